import { useEffect } from 'preact/hooks';
import { Masthead } from '../../components/masthead';
import { bench } from '../../state/bench';
import { t } from '../../words/words';
import { openCommands } from '../commands';
import { makeLink } from './link';
import { BenchMargin } from './margin';
import { open } from './opening';
import { Plate } from './plate';

export { openModel } from './changes';
export { benchCommands } from './commands';
export { openJson } from './opening';
export { take } from './page-drop';
export { ready } from './run';
export { findStimuli } from './stimuli';

/** The bench: any model, any inputs, any sites. */
export function Bench() {
  useEffect(() => void open(), []);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is page navigation; the hash itself is taken */}
      <a class="skip" href="#plate" onClick={toPlate}>{t`Skip to the figures`}</a>
      <Masthead
        what={t`this bench`}
        makeLink={makeLink}
        openCommands={() => void openCommands()}
        figures={bench.value.shown?.report.figures}
      />
      <div class="bench">
        <BenchMargin />
        <Plate />
      </div>
    </>
  );
}

/** The hash belongs to the recipe, so the skip link moves focus itself. */
function toPlate(event: Event) {
  event.preventDefault();
  document.getElementById('plate')?.focus();
}
