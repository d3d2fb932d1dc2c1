import { Alert } from '../../components/alert';
import { DraftOffer } from '../../components/draft-offer';
import { ProgressLine } from '../../components/progress-line';
import { formatSeconds } from '../../figures/numbers';
import { bench, isStale, update } from '../../state/bench';
import { sentence } from '../../state/problem';
import { fromEngine } from '../../words/engine';
import { mark } from '../../words/mark';
import { t } from '../../words/words';
import { agree } from './changes';
import { cancelRun, runNow } from './run';
import { storedSentence, verdictSentence } from './sentences';

/** What is going on: progress or how the figures came about, then anything that went wrong. */
export function Status() {
  const { job, shown, problem, notice, consent } = bench.value;
  const warnings = shown?.report.warnings ?? [];
  return (
    <div class="status">
      <div class="status-line">
        <p class="origin" aria-live="polite">
          <Origin />
        </p>
        {job && <ProgressLine job={job} onCancel={cancelRun} />}
      </div>
      {consent && <Consent address={consent} />}
      {problem && (
        <Alert
          report={problem}
          onDismiss={() => update({ problem: undefined })}
          onRetry={isOfTheRun(problem.kind) ? retry : undefined}
        />
      )}
      {notice && <p class="notice">{sentence(notice)}</p>}
      {warnings.map((warning) => (
        <p class="notice" key={warning}>
          {sentence(fromEngine(warning))}
        </p>
      ))}
      <DraftOffer page="bench" />
    </div>
  );
}

/** Trying again helps where a run failed, not where a link or file is wrong. */
const isOfTheRun = (kind: string) => kind !== 'link' && kind !== 'export';

const retry = () => void runNow().catch(() => {});

/** How the figures in view came about. */
function Origin() {
  const { job, shown, comparison, problem, consent } = bench.value;
  if (!shown) return null;
  if (shown.stored !== undefined) return <>{storedSentence(shown.stored, job !== undefined)}</>;
  if (job) return null;
  if (isStale(bench.value)) {
    return (
      <>
        {t`The figures show the last finished run.`}{' '}
        {!problem && !consent && <button type="button" onClick={retry}>{t`Run again`}</button>}
      </>
    );
  }
  return comparison ? <Verdict /> : <Times />;
}

function Verdict() {
  const { comparison } = bench.value;
  if (!comparison) return null;
  return <span class={`verdict ${comparison.verdict.kind}`}>{verdictSentence(comparison)}</span>;
}

function Times() {
  const { shown } = bench.value;
  const seconds = shown?.report.run.times.reduce((sum, time) => sum + time.seconds, 0) ?? 0;
  return (
    <span>
      {t`Computed on your machine in ${formatSeconds(seconds)}, ${shown?.report.run.device ?? ''}.`}
    </span>
  );
}

/** A link may name an address; nothing is fetched from it before the visitor agrees. */
function Consent({ address }: { address: string }) {
  return (
    <div class="alert" role="alert">
      <p class="alert-title">{t`This link loads its model from another place`}</p>
      <p>
        {mark(t`It asks for <a>${address}</a>. Nothing was fetched from there yet.`, {
          a: (words) => <code>{words}</code>,
        })}
      </p>
      <p class="alert-actions">
        <button type="button" onClick={() => agree(address)}>{t`Load it from there`}</button>
      </p>
    </div>
  );
}
