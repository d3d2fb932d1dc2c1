import { Alert } from '../../components/alert';
import { ProgressLine } from '../../components/progress-line';
import { experiment, isBusy, isOtherRun, updateExperiment } from '../../state/experiment';
import { sentence } from '../../state/problem';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { cancel, pause, start } from './run';
import { matchSentence, originSentence } from './words';

/** What is going on, how the figures came about, and what went wrong. */
export function Status() {
  const { job, phase, problem, notice, shown, live, author, recipe, card } = experiment.value;
  const isOther = isOtherRun(experiment.value);
  const isOldLink = author !== undefined && card !== undefined && author.defaults !== card.version;
  return (
    <div class="status">
      <div class="status-line">
        <p class="origin" aria-live="polite">
          {live ? t`The figures grow as it runs.` : <Origin />}
        </p>
        {job && (
          <>
            <ProgressLine
              job={phase === 'paused' ? { ...job, stage: t`paused: ${fromEngine(job.stage)}` } : job}
              onCancel={cancel}
            />
            {(phase === 'running' || phase === 'paused') && (
              <button type="button" class="pause" onClick={() => pause(phase === 'running')}>
                {phase === 'paused' ? t`Go on` : t`Pause`}
              </button>
            )}
          </>
        )}
      </div>
      <Interrupted />
      {problem && (
        <Alert
          report={problem}
          title={problem.kind === 'fetch' ? t`The experiment could not be loaded` : undefined}
          onDismiss={() => updateExperiment({ problem: undefined })}
          onRetry={recipe && isOfTheRun(problem.kind) ? () => void start().catch(() => {}) : undefined}
        />
      )}
      <HandedIn />
      {notice && <p class="notice">{sentence(notice)}</p>}
      {isOldLink && (
        <p class="notice">
          {t`This link was made with version ${author.defaults} of the settings; this page has version ${card.version}. It runs as it did then.`}
        </p>
      )}
      {!isOther &&
        !isBusy(experiment.value) &&
        shown?.report.warnings.map((warning) => (
          <p class="notice" key={warning}>
            {sentence(fromEngine(warning))}
          </p>
        ))}
    </div>
  );
}

/** Trying again helps where a run failed, not where a link or file is wrong. */
const isOfTheRun = (kind: string) => kind !== 'link' && kind !== 'export' && kind !== 'recipe';

/** Offers a run that was going on when the page was left. */
function Interrupted() {
  const { interrupted } = experiment.value;
  if (!interrupted) return null;
  const again = () => {
    updateExperiment({ recipe: interrupted, interrupted: undefined });
    void start().catch(() => {});
  };
  return (
    <p class="notice interrupted">
      {t`A run of this experiment was going on when the page was left, with seed ${interrupted.seed}. Experiments keep no snapshots, so it begins anew; with the same settings it gives the same.`}{' '}
      <button type="button" onClick={again}>{t`Start it again`}</button>{' '}
      <button
        type="button"
        class="quiet"
        onClick={() => updateExperiment({ interrupted: undefined })}
      >{t`Forget it`}</button>
    </p>
  );
}

/** Whose file was opened, and how many of its answers were right. */
function HandedIn() {
  const { handedIn } = experiment.value;
  if (!handedIn) return null;
  const { name, answers } = handedIn;
  const nRight = answers.filter(({ is_right }) => is_right === true).length;
  return (
    <p class="notice">
      {t`Handed in by ${name || t`no name`}: ${nRight} of ${answers.length} answers were right. Its run is run again here.`}
    </p>
  );
}

/** How the figures in view came about. */
function Origin() {
  const { job, shown, author } = experiment.value;
  if (job) return null;
  if (!shown)
    return author ? t`This link carries its author’s result: run it to see whether yours matches.` : null;
  if (isOtherRun(experiment.value))
    return <>{t`The figures show the last run, which asked for something else.`}</>;
  return (
    <>
      {shown.verdict && (
        <>
          <span class={`verdict ${shown.verdict.kind}`}>{matchSentence(shown.verdict)}</span>{' '}
        </>
      )}
      {originSentence(shown)}
    </>
  );
}
