import { Alert } from '../../components/alert';
import { DraftOffer } from '../../components/draft-offer';
import { ProgressLine } from '../../components/progress-line';
import { data, isOtherRecipe, updateData } from '../../state/data';
import { asProblem, sentence } from '../../state/problem';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { cancel, run } from './run';
import { originSentence, verdictSentence } from './sentences';
import { learnList } from './shelf';

/** What is going on, how the figures came about, and what went wrong. */
export function Status() {
  const { job, problem, notice, refused, reading, shown } = data.value;
  const isOther = isOtherRecipe(data.value);
  return (
    <div class="status">
      <div class="status-line">
        <p class="origin" aria-live="polite">
          {reading.length > 0 ? t`Reading ${reading[0]!} …` : <Origin />}
        </p>
        {job && <ProgressLine job={job} onCancel={cancel} />}
      </div>
      {refused.map(({ file, report }, i) => (
        <Alert
          key={`${i} ${file}`}
          report={report}
          title={t`${file} could not be read`}
          onDismiss={() => updateData({ refused: data.value.refused.filter((_, at) => at !== i) })}
        />
      ))}
      {problem && (
        <Alert
          report={problem}
          onDismiss={() => updateData({ problem: undefined })}
          onRetry={isOfTheRun(problem.kind) ? retry : undefined}
        />
      )}
      {notice && <p class="notice">{sentence(notice)}</p>}
      <DraftOffer page="data" />
      {!isOther &&
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

const retry = () => {
  updateData({ problem: undefined });
  if (data.value.list) void run().catch(() => {});
  else learnList().catch((error: unknown) => updateData({ problem: asProblem(error) }));
};

/** How the figures in view came about. */
function Origin() {
  const { job, shown, comparison } = data.value;
  if (!shown || job) return null;
  if (isOtherRecipe(data.value))
    return <>{t`The figures show the last run, which asked for something else.`}</>;
  return (
    <>
      {comparison && (
        <>
          <span class={`verdict ${comparison.verdict.kind}`}>{verdictSentence(comparison)}</span>{' '}
        </>
      )}
      {originSentence(shown.report)}
    </>
  );
}
