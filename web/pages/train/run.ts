// From a setup to trained networks: device, data, then one worker a run. One training at a time.

import { count } from '../../fetch/sentences';
import { fetchDataList, fetchTraining } from '../../fetch/training-data';
import type { TrainEvent } from '../../lab/protocol';
import { makeLab } from '../../lab/start';
import type { Capability, ErrorReport, TrainReport } from '../../lab/types';
import { dropKept, type KeptRun, keepRun, keptId, listKept } from '../../state/kept-runs';
import { asProblem, isCancelled, problem } from '../../state/problem';
import { markRunning, runningIds } from '../../state/running-here';
import { cardOf, isBusy, type Run, type Shown, train, updateTrain } from '../../state/train';
import { rememberDigest } from '../../state/train-digests';
import { isDigest } from '../../state/train-link';
import { seedsOf, type TrainSetup } from '../../state/train-setup';
import { t } from '../../words/words';
import { interrupted } from './interrupted';
import { Pool } from './pool';
import { Recorder } from './recorder';

const pool = new Pool(makeLab);
let current: AbortController | undefined;

/** Asks for the task cards and the list of data, unless they are here. Rejects with an `ErrorReport`. */
export async function loadTasks(): Promise<void> {
  if (train.value.tasks.length === 0) updateTrain({ tasks: await pool.at(0).call('trainTasks', []) });
  // Without the list sizes are unknown, and what is missing says so when it is asked for.
  if (train.value.data.length === 0) updateTrain({ data: await fetchDataList().catch(() => []) });
}

/** Looks for runs that were left, here or in an earlier visit, and that no tab is at. */
export async function findKept(): Promise<void> {
  const [kept, elsewhere] = await Promise.all([listKept(), runningIds().catch(() => new Set<string>())]);
  updateTrain({ kept: kept.filter(({ id }) => !elsewhere.has(id)) });
}

/** Forgets runs that were left. */
export async function discard(kept: readonly KeptRun[]): Promise<void> {
  const ids = kept.map(({ id }) => id);
  updateTrain({ kept: train.value.kept.filter(({ id }) => !ids.includes(id)) });
  await dropKept(ids);
}

/** Holds the runs where they are, or lets them go on. */
export function pause(isOn: boolean) {
  const { phase } = train.value;
  if (phase !== (isOn ? 'training' : 'paused')) return;
  pool.hold(isOn);
  updateTrain({ phase: isOn ? 'paused' : 'training' });
}

/** Stops what is being done. The last snapshots stay. */
export function cancel() {
  if (!current) return;
  updateTrain({ phase: 'stopping' });
  current.abort();
}

/** Takes the graphics device away from the runs, as a driver may. */
export const loseDevices = () => pool.loseDevices();

/**
 * Trains what a setup asks for, from the start or from snapshots. Resolves with one report a run; rejects with the
 * first `ErrorReport`, which the page shows, when all runs have ended.
 */
export async function start(setup: TrainSetup, kept: readonly KeptRun[] = []): Promise<TrainReport[]> {
  if (isBusy(train.value))
    throw problem('busy', t`A training is going on; wait for its end or cancel it, then start another.`);
  const stop = new AbortController();
  current = stop;
  updateTrain({
    phase: 'preparing',
    job: { stage: t`starting the engine` },
    problem: undefined,
    notice: undefined,
  });
  let recorder: Recorder | undefined;
  let release: (() => Promise<void>) | undefined;
  try {
    const shown = await prepare(setup, kept);
    release = markRunning(shown.seeds.map((seed) => keptId(setup, seed)));
    const runs = shown.seeds.map((seed) => runFrom(seed, kept));
    updateTrain({
      shown,
      runs,
      kept: train.value.kept.filter(({ id }) => !kept.some((run) => run.id === id)),
    });
    recorder = new Recorder(runs);
    const capability = await probe(setup, runs.length, stop.signal);
    const files = await fetchFiles(shown, stop.signal);
    updateTrain({ phase: 'training', job: undefined });
    const device = deviceOf(capability);
    const ended = await Promise.allSettled(
      runs.map((run, i) =>
        one(i, run, shown, files, kept, { device, recorder: recorder!, signal: stop.signal }),
      ),
    );
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return ended.map((end) => (end as PromiseFulfilledResult<TrainReport>).value);
  } catch (error) {
    const report = interrupted(asProblem(error), recorder?.runs ?? []);
    if (report.kind !== 'cancelled') updateTrain({ problem: report });
    else updateTrain({ notice: report.message });
    throw report;
  } finally {
    recorder?.end();
    await release?.();
    current = undefined;
    pool.rest();
    updateTrain({ phase: 'idle', job: undefined });
    await findKept();
  }
}

async function prepare(setup: TrainSetup, kept: readonly KeptRun[]): Promise<Shown> {
  await loadTasks();
  const card = cardOf(train.value, setup.task);
  if (!card) {
    const known = train.value.tasks.map(({ id }) => id).join(', ');
    throw problem(
      'recipe',
      t`There is no task “${setup.task}”; this engine knows ${known}. Choose one of them.`,
    );
  }
  if (setup.n_train_files !== undefined && setup.n_train_files > card.train_files.length)
    throw problem(
      'recipe',
      t`“${card.title}” has ${card.train_files.length} parts of training data, but ${setup.n_train_files} were asked for. Choose fewer.`,
    );
  const seeds = kept.length > 0 ? kept.map(({ seed }) => seed).sort((a, b) => a - b) : seedsOf(setup);
  return { group: kept[0]?.group ?? `${Date.now()}`, setup, seeds, card, author: train.value.author };
}

function runFrom(seed: number, kept: readonly KeptRun[]): Run {
  const from = kept.find((run) => run.seed === seed);
  if (!from) return { seed, points: [] };
  return { seed, points: [...from.points], kept_step: from.step, began_on: from.device };
}

/** Chooses the device by measurement, once; the other workers take the same. */
async function probe(setup: TrainSetup, nRuns: number, signal: AbortSignal): Promise<Capability> {
  updateTrain({ job: { stage: t`measuring this machine` } });
  const capability = await pool.at(0).call('probe', [setup.backend]);
  updateTrain({ capability });
  for (let i = 1; i < nRuns; i++) {
    stopIf(signal);
    await pool.at(i).call('probe', [capability.chosen]);
  }
  stopIf(signal);
  return capability;
}

async function fetchFiles({ card, setup }: Shown, signal: AbortSignal) {
  const entry = train.value.data.find(({ id }) => id === card.data);
  if (!entry && train.value.data.length > 0)
    throw problem(
      'fetch',
      t`The data “${card.data}” are not installed where this page is served from. Install them there: ./scripts/serve --models ${card.data}.`,
    );
  updateTrain({ job: { stage: t`downloading the data` } });
  let shownAt = 0;
  return fetchTraining(card, setup.n_train_files, entry, {
    signal,
    progress: (done, total) => {
      if (performance.now() - shownAt < 120) return;
      shownAt = performance.now();
      const stage = total
        ? t`downloading the data: ${count(done)} of ${count(total)}`
        : t`downloading the data: ${count(done)}`;
      updateTrain({ job: { stage, ...(total && { done: done / total }) } });
    },
  });
}

interface Circumstances {
  device: string;
  recorder: Recorder;
  signal: AbortSignal;
}

/** One network, from its first step or its snapshot to its last. */
async function one(
  i: number,
  run: Run,
  shown: Shown,
  files: { name: string; blob: Blob }[],
  kept: readonly KeptRun[],
  { device, recorder, signal }: Circumstances,
): Promise<TrainReport> {
  const { group, setup, card, author } = shown;
  const { task, n_train_files, n_steps } = setup;
  const from = kept.find(({ seed }) => seed === run.seed);
  const id = keptId(setup, run.seed);
  const hear = (event: TrainEvent) => {
    if (event.kind === 'progress') recorder.progress(i, event.progress);
    else if (event.kind === 'point') recorder.point(i, event.point);
    else {
      const { seed } = run;
      const points = recorder.keep(i, event.step);
      const about = { id, group, setup, seed, title: card.title, device: run.began_on ?? device };
      const total = recorder.runs[i]?.progress?.n_steps ?? setup.n_steps ?? card.n_steps;
      void keepRun({
        ...about,
        step: event.step,
        n_steps: total,
        at: Date.now(),
        points,
        bytes: event.bytes,
      }).then(sayIfFleeting);
    }
  };
  try {
    const options = { task, seed: run.seed, n_train_files, n_steps };
    const report = await pool.at(i).call('train', [options, files, from?.bytes], { signal, onTrain: hear });
    await dropKept([id]);
    const changedDevice = run.began_on !== undefined && run.began_on !== device;
    const told = author?.digests[seedsOf(setup).indexOf(run.seed)];
    recorder.finish(i, {
      report,
      ...(!changedDevice && { repeat: rememberDigest(report) }),
      ...(told !== undefined && { matches_link: isDigest(report.sha256, told) }),
    });
    return report;
  } catch (error) {
    const report = asProblem(error);
    // A lost device stays lost in its worker, and a trap may have left it half way.
    if (!isCancelled(report)) pool.drop(i);
    throw report;
  }
}

function sayIfFleeting(lasts: boolean) {
  if (lasts || train.value.notice) return;
  updateTrain({
    notice: t`This browser keeps nothing here between visits, so snapshots last only as long as this tab: leave it open until the run has ended.`,
  });
}

function deviceOf({ backends, chosen }: Capability): string {
  return backends.find(({ backend }) => backend === chosen)?.name ?? chosen;
}

function stopIf(signal: AbortSignal) {
  if (signal.aborted) throw problem('cancelled', t`The run was cancelled.`) satisfies ErrorReport;
}
