import { TextField } from '../../../components/fields';
import { linesOf } from '../../../inputs/lines';
import { t } from '../../../words/words';
import type { ViewKind, ViewOf } from './kind';

/** How large the numbers at sites are, and whether a graphics device agrees with the CPU. */
export const numbers: ViewKind<ViewOf<'numbers'>> = {
  title: t`Numerical panel`,
  about: t`How large the numbers at each site are, whether all are numbers, and whether the graphics device agrees with the CPU.`,
  fits: () => true,
  fresh: () => ({ kind: 'numbers', sites: [] }),
  Form: ({ view, onChange }) => (
    <TextField
      label={t`Sites, one a line (none: what the layers add and pass on)`}
      value={view.sites.join('\n')}
      onInput={(text) => onChange({ ...view, sites: linesOf(text) }, true)}
    />
  ),
};
