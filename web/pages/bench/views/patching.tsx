import { TextField } from '../../../components/fields';
import { Choice } from '../../../components/section';
import type { PatchedSite } from '../../../lab/types';
import { t } from '../../../words/words';
import { hasPatterns, isLanguageModel, type ViewKind, type ViewOf } from './kind';
import { NumbersField } from './numbers-field';

const SITES: { value: PatchedSite; label: string }[] = [
  { value: 'resid_pre', label: t`residual stream, by position` },
  { value: 'attn_out', label: t`attention’s output, by position` },
  { value: 'mlp_out', label: t`MLP’s output, by position` },
  { value: 'z', label: t`heads (z), at all positions` },
];

/** Two prompts that differ in a name (Wang et al. 2022, arXiv:2211.00593). */
const CLEAN = 'When Mary and John went to the store, John gave a drink to';
const CORRUPT = 'When Mary and John went to the store, Mary gave a drink to';

/** Where a model keeps what tells two prompts apart. */
export const patching: ViewKind<ViewOf<'patching'>> = {
  title: t`Patching grid`,
  about: t`Values of one prompt’s run put into another’s, place by place: where the difference between them is kept. Costs about half a pass a place: layers × tokens, or layers × heads.`,
  fits: (card) => isLanguageModel(card) && hasPatterns(card),
  fresh: () => ({
    kind: 'patching',
    clean: CLEAN,
    corrupt: CORRUPT,
    answer: ' Mary',
    wrong: ' John',
    site: 'resid_pre',
    layers: [],
  }),
  Form: ({ view, onChange }) => (
    <>
      <TextField
        label={t`Clean prompt`}
        value={view.clean}
        onInput={(clean) => onChange({ ...view, clean }, true)}
      />
      <TextField
        label={t`Corrupt prompt, of as many tokens`}
        value={view.corrupt}
        onInput={(corrupt) => onChange({ ...view, corrupt }, true)}
      />
      <TextField
        label={t`Answer to the clean prompt, with its space`}
        rows={1}
        value={view.answer}
        onInput={(answer) => onChange({ ...view, answer }, true)}
      />
      <TextField
        label={t`Answer to the corrupt prompt`}
        rows={1}
        value={view.wrong}
        onInput={(wrong) => onChange({ ...view, wrong }, true)}
      />
      <Choice
        label={t`What is patched`}
        value={view.site}
        options={SITES}
        onChoose={(site) => onChange({ ...view, site })}
      />
      <NumbersField
        label={t`Layers`}
        placeholder={t`all`}
        value={view.layers}
        onChange={(layers) => onChange({ ...view, layers }, true)}
      />
    </>
  ),
};
