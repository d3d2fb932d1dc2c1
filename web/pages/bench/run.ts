// From the recipe to figures: device, model, stimuli, run. One at a time; a newer one replaces an older.

import { fetchModelIndex } from '../../fetch/model-index';
import { lab } from '../../lab/start';
import type { ModelCard, Progress, Recipe, Report } from '../../lab/types';
import { bench, type Comparison, type Job, update } from '../../state/bench';
import { keepDraft } from '../../state/drafts';
import { encodeRecipe } from '../../state/hash';
import { BENCH_HASH, page } from '../../state/page';
import { asProblem, isCancelled, problem } from '../../state/problem';
import { isSame } from '../../state/same';
import { t } from '../../words/words';
import { adaptTo, agreed, exactly, findModel, placeOf, weightsNotice } from './models';
import { findStimuli } from './stimuli';

let timer: ReturnType<typeof setTimeout> | undefined;
let current: AbortController | undefined;
let running: Promise<unknown> | undefined;
let openedModel = '';
let probed = '';

/** Progress is shown at most this often: bytes arrive a thousand times a second. */
const SHOW_EVERY_MS = 120;
let shownAt = 0;

/** Shows how far the job is, unless it was shown a moment ago in the same stage or the job has been stopped. */
function showProgress(job: Job, signal: AbortSignal) {
  const isNewStage = job.stage.slice(0, 12) !== bench.value.job?.stage.slice(0, 12);
  if (signal.aborted || (!isNewStage && performance.now() - shownAt < SHOW_EVERY_MS)) return;
  shownAt = performance.now();
  update({ job });
}

/** Runs soon; further calls until then count as one. */
export function scheduleRun(delayMs = 250) {
  clearTimeout(timer);
  timer = setTimeout(() => void runNow().catch(() => {}), delayMs);
}

/** Stops what is being done. The figures of the last finished run stay. */
export function cancelRun() {
  clearTimeout(timer);
  if (!current) return;
  current.abort();
  update({
    job: { stage: t`stopping` },
    notice: t`The run was cancelled.`,
  });
}

/** Runs the recipe of the page. Resolves with the report; rejects with an `ErrorReport`, which the page shows. */
export function runNow(): Promise<Report> {
  return during(run);
}

/** Does one thing in place of what is being done. What fails is shown on the page. */
async function during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  clearTimeout(timer);
  current?.abort();
  const stop = new AbortController();
  current = stop;
  update({
    job: { stage: t`starting the engine` },
    problem: undefined,
    notice: undefined,
    consent: undefined,
  });
  try {
    const done = work(stop.signal);
    running = done;
    const result = await done;
    if (current === stop) update({ job: undefined });
    return result;
  } catch (error) {
    const report = asProblem(error);
    // A lost device stays lost: the next run starts with a new one.
    if (report.kind === 'device') probed = '';
    // Weights that could not be read may have changed on their server: the next run finds them anew.
    if (report.kind === 'read') openedModel = '';
    // A newer run has taken over: what became of this one is of no interest.
    // A trap says the same as the notice of the rebuilt worker.
    if (current === stop && report.kind === 'trap') update({ notice: undefined });
    if (current === stop) update({ job: undefined, problem: isCancelled(report) ? undefined : report });
    throw report;
  } finally {
    if (current === stop) current = undefined;
  }
}

/** Waits until the model of the recipe is open, opening it if it is not. Rejects with an `ErrorReport`. */
export async function ready(): Promise<void> {
  if (running) await running.catch(() => {});
  if (!bench.value.card) await openNow();
}

/** Opens the model of the recipe and runs nothing: nothing of its weights is read beyond the headers. */
export async function openNow(): Promise<ModelCard> {
  await during(async (signal) => {
    await probe(bench.value.recipe.backend, signal);
    await openModel(signal);
  });
  const { card, consent } = bench.value;
  if (!card)
    throw problem('fetch', t`The model at ${consent ?? ''} was not opened: the visitor has not agreed yet.`);
  return card;
}

async function run(signal: AbortSignal): Promise<Report> {
  await probe(bench.value.recipe.backend, signal);
  await openModel(signal);
  const { recipe } = bench.value;
  if (recipe.sites.length === 0)
    throw problem(
      'recipe',
      t`No site is chosen, so there is nothing to compare. Tick at least one under Sites.`,
    );
  const stimuli = await findStimuli(recipe.inputs, signal);
  stopIf(signal);
  const { digest: _, ...asked } = recipe;
  const report = await lab.call('run', [asked, stimuli], {
    signal,
    onProgress: ({ stage, done, seconds_left }) =>
      showProgress({ stage, done, secondsLeft: seconds_left }, signal),
  });
  stopIf(signal);
  await publish(recipe, report);
  return report;
}

async function probe(choice: Recipe['backend'], signal: AbortSignal) {
  if (probed === choice) return;
  update({ job: { stage: t`measuring this machine` } });
  const capability = await lab.call('probe', [choice]);
  probed = choice;
  update({ capability });
  stopIf(signal);
  if (!bench.value.catalogue) update({ catalogue: await lab.call('list', []) });
  stopIf(signal);
}

async function openModel(signal: AbortSignal) {
  if (bench.value.models.length === 0) update({ models: await fetchModelIndex() });
  stopIf(signal);
  const asked = bench.value.recipe.model;
  const key = `${asked.id}\n${asked.revision}\n${asked.sha256}`;
  if (key === openedModel && bench.value.card) return;
  update({ card: undefined, remotes: [] });
  const place = placeOf(asked);
  if (place !== undefined && !agreed.has(place)) {
    update({ consent: place });
    throw problem('cancelled', t`waiting for the visitor’s word`);
  }
  const show = ({ stage, done, seconds_left }: Progress) =>
    showProgress({ stage, done, secondsLeft: seconds_left }, signal);
  update({ job: { stage: t`finding the model` } });
  const files = await findModel(asked, {
    small: (request) => lab.call('fetchSmall', [request], { signal, onProgress: show }),
    find: (request) => lab.call('findRemote', [request], { signal, onProgress: show }),
  });
  stopIf(signal);
  update({ job: { stage: t`opening the model` } });
  const card = await lab.call('open', [files], { signal, onProgress: show });
  openedModel = key;
  stopIf(signal);
  const { recipe } = bench.value;
  const model = exactly(asked, card.model);
  openedModel = `${model.id}\n${model.revision}\n${model.sha256}`;
  const notice = weightsNotice(asked, card.model);
  const remotes = files.weights.flatMap((part) => ('remote' in part ? [part.remote] : []));
  update({ card, remotes, recipe: adaptTo(card, { ...recipe, model }), ...(notice && { notice }) });
}

/** Shows a finished run, says how it compares, and writes it into the address. */
async function publish(asked: Recipe, report: Report) {
  const { author, shown, isLinked } = bench.value;
  const before =
    shown?.stored !== undefined && isSame(shown.asked, asked) ? shown.report.recipe.digest : undefined;
  const reference = author ?? before;
  const mine = report.recipe.digest;
  let comparison: Comparison | undefined;
  if (reference && mine) {
    comparison = {
      verdict: await lab.call('compareDigests', [reference, mine]),
      against: author ? 'link' : 'stored',
      backend: reference.backend,
      engines: [author ? asked.engine : (shown?.report.run.engine ?? ''), report.run.engine],
    };
  }
  update({ shown: { report, asked }, comparison });
  const digest = author ?? mine;
  const isBareDefault = !author && encodeRecipe(asked) === BENCH_HASH;
  writeAddress(isBareDefault ? asked : { ...asked, engine: report.run.engine, ...(digest && { digest }) });
  if (!author && !isLinked && !isBareDefault) keepDraft('bench', encodeRecipe(asked));
}

/** Puts a recipe into the address bar without a step in the history, unless another page is in view. */
export function writeAddress(recipe: Recipe) {
  if (page.value !== 'bench') return;
  const { pathname, search } = location;
  history.replaceState(null, '', `${pathname}${search}${encodeRecipe(recipe)}`);
}

function stopIf(signal: AbortSignal) {
  if (signal.aborted) throw problem('cancelled', t`The run was cancelled.`);
}
