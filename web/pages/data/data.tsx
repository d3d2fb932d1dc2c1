import '../../styles/data.css';
import { useEffect } from 'preact/hooks';
import { Margin } from '../../components/margin';
import { Masthead } from '../../components/masthead';
import { Section } from '../../components/section';
import { data, isOtherRecipe } from '../../state/data';
import { chosenFigures, embed, offersExamples } from '../../state/embed';
import { t } from '../../words/words';
import { openCommands } from '../commands';
import { AnalysisSection } from './analysis-section';
import { ArraysTable } from './arrays-table';
import { Empty } from './empty';
import { DataFigure } from './figure';
import { FilesSection } from './files-section';
import { makeLink } from './link';
import { Needed } from './needed';
import { open } from './opening';
import { RunSection } from './run-section';
import { question } from './sentences';
import { SetList } from './sets/set-list';
import { SetStatus } from './sets/set-status';
import { Status } from './status';

export { dataCommands } from './commands';
export { addHere, addMadeHere, listHere, runHere } from './console';
export { addFiles } from './shelf';

/** Arrays of the visitor's own: what they are, what is done with them, and what came out. */
export function Data() {
  useEffect(open, []);
  useEffect(() => {
    document.title = t`Your data · Inscape`;
  }, []);
  const { cards, form, shown, wanted } = data.value;
  const isEmpty = cards.length === 0 && shown === undefined;
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is page navigation; the hash itself is taken */}
      <a class="skip" href="#plate" onClick={toPlate}>{t`Skip to the figures`}</a>
      <Masthead
        what={t`this analysis`}
        makeLink={makeLink}
        openCommands={() => void openCommands()}
        figures={shown?.report.figures}
      />
      <div class="bench">
        <Margin summary={t`Change files and analysis`} always={<RunSection />}>
          <FilesSection />
          {!isEmpty && offersExamples() && <SetsSection />}
          <AnalysisSection />
        </Margin>
        <main class="plate" id="plate" tabIndex={-1}>
          <h1>{isEmpty && !wanted ? t`What do your own arrays hold?` : question(form)}</h1>
          <Status />
          <SetStatus />
          <Needed />
          {embed && !embed.hasControls && <FilesSection />}
          {isEmpty ? <Empty /> : <ArraysTable />}
          <Figures />
        </main>
      </div>
    </>
  );
}

/** Real data, folded: the empty page shows them in full. */
function SetsSection() {
  return (
    <Section title={t`Sets at hand`} topic="sets">
      <details>
        <summary>{t`Real data at a click`}</summary>
        <SetList />
      </details>
    </Section>
  );
}

function Figures() {
  const { shown } = data.value;
  if (!shown) return null;
  const isStale = isOtherRecipe(data.value);
  return (
    <div class="figures">
      {chosenFigures(shown.report.figures).map((figure, i) => (
        <DataFigure
          key={`${figure.caption.id} ${i}`}
          figure={figure}
          report={shown.report}
          number={i + 1}
          isStale={isStale}
        />
      ))}
    </div>
  );
}

/** The hash belongs to the analysis, so the skip link moves focus itself. */
function toPlate(event: Event) {
  event.preventDefault();
  document.getElementById('plate')?.focus();
}
