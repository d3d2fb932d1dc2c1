// From the settings to a report. One run at a time; a newer one replaces an older.

import { fetchExperimentFiles } from '../../fetch/experiment-files';
import type { ExperimentRecipe, ExperimentReport } from '../../lab/experiment-types';
import type { ErrorReport, Figure } from '../../lab/types';
import type { Job } from '../../state/bench';
import { judgeByRun } from '../../state/exercises';
import { experiment, updateExperiment } from '../../state/experiment';
import { withoutDigest } from '../../state/experiment-link';
import { asProblem, isCancelled, problem } from '../../state/problem';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { writeAddress } from './changes';
import { experimentLab } from './lab';
import { keepResult, markRunning, unmarkRunning } from './session';

let current: AbortController | undefined;

/** Runs what is asked. Resolves with the report; rejects with an `ErrorReport`, which the page shows. */
export function start(): Promise<ExperimentReport> {
  const { recipe } = experiment.value;
  if (!recipe) return Promise.reject(problem('busy', t`The experiment is not open yet.`));
  return during(async (signal) => {
    const unmark = markRunning(recipe);
    try {
      const report = await runOne(recipe, signal, { onFigures: (live) => updateExperiment({ live }) });
      await publish(recipe, report);
      return report;
    } finally {
      unmark();
    }
  });
}

/** Runs the seeds that the card lists, one after another, and notes the claims of each. */
export function verify(): Promise<void> {
  const { recipe, card } = experiment.value;
  if (!recipe || !card) return Promise.resolve();
  return during(async (signal) => {
    const seeds = card.verify_seeds.map((seed) => ({ seed }));
    updateExperiment({ verification: { asked: recipe, seeds } });
    const begun = performance.now();
    for (const [i, { seed }] of seeds.entries()) {
      const from = performance.now();
      const report = await runOne({ ...recipe, seed }, signal, {
        onJob: (job) => whole(job, { seed, at: i, of: seeds.length, begun }),
      });
      note(seed, { claims: report.claims, seconds: (performance.now() - from) / 1000 });
    }
  });
}

/** How far a verification is, by how far its present run is. */
function whole(
  job: Job,
  { seed, at, of, begun }: { seed: number; at: number; of: number; begun: number },
): Job {
  const done = (at + (job.done ?? 0)) / of;
  const seconds = (performance.now() - begun) / 1000;
  return {
    stage: t`seed ${seed}, ${at + 1} of ${of}: ${fromEngine(job.stage)}`,
    done,
    ...(done > 0.02 && { secondsLeft: (seconds / done) * (1 - done) }),
  };
}

function note(seed: number, found: object) {
  const { verification } = experiment.value;
  if (!verification) return;
  const seeds = verification.seeds.map((one) => (one.seed === seed ? { ...one, ...found } : one));
  updateExperiment({ verification: { ...verification, seeds } });
}

/** Stops what is being run. The figures of the last finished run stay. */
export function cancel() {
  if (!current) return;
  updateExperiment({ phase: 'stopping', job: { stage: t`stopping` } });
  current.abort();
}

/** Holds the run at its next breath, or lets it go on. */
export function pause(isOn: boolean) {
  const { phase } = experiment.value;
  if (phase !== (isOn ? 'running' : 'paused')) return;
  experimentLab.hold(isOn);
  updateExperiment({ phase: isOn ? 'paused' : 'running' });
}

/** Leaves whatever is being run, because another experiment is opened. */
export function leave() {
  if (!current) return;
  current.abort();
  current = undefined;
  unmarkRunning();
}

/** Does one thing in place of what is being done. What fails is shown on the page. */
async function during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  current?.abort();
  const stop = new AbortController();
  current = stop;
  updateExperiment({
    phase: 'preparing',
    job: { stage: t`starting the engine` },
    problem: undefined,
    notice: undefined,
    interrupted: undefined,
  });
  try {
    const result = await work(stop.signal);
    stopIf(stop.signal);
    return result;
  } catch (error) {
    const report = inWords(asProblem(error));
    // A lost device stays lost: the next run begins with a fresh engine.
    if (report.kind === 'device') experimentLab.end();
    if (current === stop)
      updateExperiment(isCancelled(report) ? { notice: t`The run was cancelled.` } : { problem: report });
    throw report;
  } finally {
    if (current === stop) {
      current = undefined;
      updateExperiment({ phase: 'idle', job: undefined, live: undefined });
    }
  }
}

/** How a run is followed. */
interface Following {
  /** Hears of figures while they grow. */
  onFigures?: (figures: Figure[]) => void;
  /** What is said of how far it is. */
  onJob?: (job: Job) => Job;
}

/** One run of the engine. */
async function runOne(
  recipe: ExperimentRecipe,
  signal: AbortSignal,
  { onFigures, onJob = (job) => job }: Following,
): Promise<ExperimentReport> {
  const { card } = experiment.value;
  if (!card) throw problem('busy', t`The experiment is not open yet.`);
  const files = await fetchExperimentFiles(card, recipe.params, {
    signal,
    progress: (name, done, total) =>
      updateExperiment({ job: { stage: t`fetching ${name}`, ...(total && { done: done / total }) } }),
  });
  stopIf(signal);
  const report = await experimentLab.call('experimentRun', [withoutDigest(recipe), files], {
    signal,
    onProgress: ({ stage, done, seconds_left }) => {
      if (signal.aborted) return;
      const phase = experiment.value.phase === 'paused' ? 'paused' : 'running';
      updateExperiment({ phase, job: onJob({ stage, done, secondsLeft: seconds_left }) });
    },
    onFigures: (figures) => {
      if (!signal.aborted) onFigures?.(figures);
    },
  });
  stopIf(signal);
  return report;
}

/** Shows a finished run, says how it compares with a link's author, and what it means for the exercises. */
async function publish(asked: ExperimentRecipe, report: ExperimentReport) {
  const { author, card } = experiment.value;
  const mine = report.recipe.digest;
  const verdict =
    author?.digest && mine
      ? await experimentLab.call('experimentCompareDigests', [author.digest, mine])
      : undefined;
  // A recipe of older defaults runs as it did; from then on it is named by today's.
  const recipe = { ...asked, defaults: report.recipe.defaults, params: report.recipe.params };
  const shown = { report, asked: recipe, verdict, at: Date.now() };
  updateExperiment({ recipe, shown });
  if (card) judgeByRun(card, report);
  keepResult(shown);
  writeAddress();
}

/** A lost engine speaks of models; here it was an experiment. */
function inWords(report: ErrorReport): ErrorReport {
  if (report.kind !== 'trap') return report;
  return problem(
    'trap',
    t`The engine stopped in the middle of the experiment and was restarted; your settings are kept. Run it again; if it stops at the same place, try smaller settings or the other engine.`,
    report.causes,
  );
}

function stopIf(signal: AbortSignal) {
  if (signal.aborted) throw problem('cancelled', t`The run was cancelled.`);
}
