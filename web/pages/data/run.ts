// From the form to figures. One run at a time; a newer one replaces an older.

import type { DataRecipe, DataReport, ErrorReport } from '../../lab/types';
import { data, otherArrays, recipeNow, updateData } from '../../state/data';
import { whyNot } from '../../state/data-fit';
import { asProblem, isCancelled, problem } from '../../state/problem';
import { t } from '../../words/words';
import { writeAddress } from './changes';
import { dataLab, untilRestored } from './lab';

let current: AbortController | undefined;

/** Runs what the form asks for. Resolves with the report; rejects with an `ErrorReport`, which the page shows. */
export async function run(): Promise<DataReport> {
  current?.abort();
  const stop = new AbortController();
  current = stop;
  const asked = recipeNow();
  updateData({
    job: { stage: t`starting the engine` },
    problem: undefined,
    notice: undefined,
    isAwaited: false,
  });
  try {
    await untilRestored();
    updateData({ list: data.value.list ?? (await dataLab.call('dataList', [])) });
    const why = whyNot(asked.task, data.value.cards, data.value.list);
    if (why) throw problem('recipe', why);
    stopIf(stop.signal);
    const report = await dataLab.call('dataRun', [asked], {
      signal: stop.signal,
      onProgress: ({ stage, done, seconds_left }) => {
        if (!stop.signal.aborted) updateData({ job: { stage, done, secondsLeft: seconds_left } });
      },
    });
    stopIf(stop.signal);
    await publish(asked, report);
    return report;
  } catch (error) {
    const report = inWords(asProblem(error));
    if (current === stop)
      updateData(isCancelled(report) ? { notice: t`The run was cancelled.` } : { problem: report });
    throw report;
  } finally {
    if (current === stop) {
      current = undefined;
      updateData({ job: undefined });
    }
  }
}

/** Stops what is being run. The figures of the last finished run stay. */
export function cancel() {
  if (!current) return;
  updateData({ job: { stage: t`stopping` } });
  current.abort();
}

/** Shows a finished run and says how it compares with a link's author. */
async function publish(asked: DataRecipe, report: DataReport) {
  const { wanted } = data.value;
  const [author, mine] = [wanted?.digest, report.recipe.digest];
  const verdict = author && mine ? await dataLab.call('dataCompareDigests', [author, mine]) : undefined;
  updateData({
    shown: { report, asked },
    comparison: verdict && { verdict, others: otherArrays(data.value) },
  });
  writeAddress();
}

/** A lost engine speaks of models; here it was arrays that were too much for it. */
function inWords(report: ErrorReport): ErrorReport {
  if (report.kind !== 'trap') return report;
  return problem(
    'trap',
    t`The engine stopped in the middle of its work, most likely for want of memory, and was restarted; your files are read again. Try fewer or smaller arrays, or fewer resamples.`,
    report.causes,
  );
}

function stopIf(signal: AbortSignal) {
  if (signal.aborted) throw problem('cancelled', t`The run was cancelled.`);
}
