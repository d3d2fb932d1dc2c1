import '../../styles/experiment.css';
import '../../styles/claims.css';
import '../../styles/exercises.css';
import '../../styles/markdown.css';
import { useEffect } from 'preact/hooks';
import { Margin } from '../../components/margin';
import { Masthead } from '../../components/masthead';
import { embed } from '../../state/embed';
import { experiment, isBusy, isOtherRun } from '../../state/experiment';
import { HOME_HASH } from '../../state/page';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { openCommands } from '../commands';
import { authorsOf } from '../gallery/authors';
import { WINGS } from '../gallery/wings';
import { ClaimsTable } from './claims-table';
import { CompareBar, Comparison } from './compare';
import { Exercises, Predictions } from './exercises';
import { Figures } from './figures';
import { saveClaims, saveReport } from './files';
import { makeLink } from './link';
import { open } from './opening';
import { ParamControls } from './param-controls';
import { Citation, Lesson } from './reading';
import { RunSection } from './run-section';
import { Status } from './status';
import { Claimed, Fake } from './system';
import { VerifyTable } from './verify-table';
import { tally } from './words';

export { experimentCommands } from './commands';
export { experimentHere } from './console';
export { openFile } from './opening';

/** One experiment: what its paper claims, the knobs, the run, and what came out. */
export function Experiment() {
  useEffect(open, []);
  const { card, shown, isComparing, live } = experiment.value;
  // A run that goes on is seen; when it has ended it stands beside the kept one.
  const isBeside = isComparing && !live;
  const title = card && fromEngine(card.title);
  useEffect(() => {
    document.title = title ? `${title} · Inscape` : 'Inscape';
  }, [title]);
  const isBare = embed !== undefined && !embed.hasControls;
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is page navigation; the hash itself is taken */}
      <a class="skip" href="#plate" onClick={toPlate}>{t`Skip to the figures`}</a>
      <Masthead
        what={t`this experiment`}
        makeLink={makeLink}
        openCommands={() => void openCommands()}
        figures={shown?.report.figures}
      />
      <div class="bench">
        <Margin summary={t`Change the settings`} always={<RunSection />}>
          <ParamControls />
        </Margin>
        <main class="plate experiment" id="plate" tabIndex={-1}>
          {card && !embed && (
            <p class="overline">
              <a href={HOME_HASH}>{t`Experiments`}</a> · {WINGS[card.wing].title}
            </p>
          )}
          <h1>{title ?? t`An experiment`}</h1>
          {card && (
            <p class="paper-line">
              <cite>{card.paper.title}</cite> · {authorsOf(card.paper)}, {card.paper.venue}
            </p>
          )}
          {card && !isBare && <Claimed card={card} />}
          {card && !isBare && <Predictions />}
          <Status />
          {!isBare && <CompareBar />}
          {isBeside ? <Comparison /> : <Figures />}
          {!isBeside && <Claims />}
          <VerifyTable />
          {card && !isBare && (
            <>
              <Fake card={card} />
              <Exercises />
              <Lesson card={card} />
              <Citation card={card} />
            </>
          )}
        </main>
      </div>
    </>
  );
}

/** The claims table of the run in view, with its files. */
function Claims() {
  const { shown } = experiment.value;
  if (!shown) return null;
  const { report } = shown;
  const isStale = isOtherRun(experiment.value) || isBusy(experiment.value);
  return (
    <section class="claims-section" aria-labelledby="claims">
      <h2 id="claims">{t`The claims, held against this run`}</h2>
      <ClaimsTable
        claims={report.claims}
        isStale={isStale}
        caption={t`Of ${report.claims.length} claims: ${tally(report.claims)}. Each verdict is computed from this run alone.`}
      />
      <p class="files">
        {t`Save`}{' '}
        <button type="button" class="quiet" onClick={() => void saveReport(report)}>
          {t`the report as JSON`}
        </button>{' '}
        <button type="button" class="quiet" onClick={() => saveClaims(report)}>
          {t`the claims as CSV`}
        </button>
      </p>
    </section>
  );
}

/** The hash belongs to the experiment, so the skip link moves focus itself. */
function toPlate(event: Event) {
  event.preventDefault();
  document.getElementById('plate')?.focus();
}
