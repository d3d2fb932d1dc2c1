// How the page starts: the address says which experiment and what of it; a link with its author's result is run again.

import { loadCard } from '../../experiments/cards';
import { fetchStoredRun, isStored } from '../../fetch/stored-experiments';
import type { ExperimentRecipe } from '../../lab/experiment-types';
import { embed } from '../../state/embed';
import { answers, openPredictions, takeUpAnswers } from '../../state/exercises';
import {
  experiment,
  FRESH,
  isBusy,
  isSameRun,
  type ShownRun,
  updateExperiment,
} from '../../state/experiment';
import {
  checkExperiment,
  decodeExperiment,
  defaultRecipeOf,
  encodeExperiment,
  readAddress,
  withoutDigest,
} from '../../state/experiment-link';
import { page } from '../../state/page';
import { asProblem, problem } from '../../state/problem';
import { isSame } from '../../state/same';
import { forget } from '../../state/undo';
import { t } from '../../words/words';
import type { HandIn } from './files';
import { experimentLab } from './lab';
import { leave, start } from './run';
import { readResult, takeInterrupted } from './session';

/** Follows the address from now on. Returns what ends that. */
export function open(): () => void {
  const follow = () => void openAddress(location.hash);
  experimentLab.onNotice = (notice) => updateExperiment({ notice });
  follow();
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}

/** Shows what an address asks for; what is there already stays. */
async function openAddress(hash: string): Promise<void> {
  const address = readAddress(hash);
  if (!address) return;
  try {
    await openCard(address.slug);
    const { card, author, recipe } = experiment.value;
    if (!card || experiment.value.slug !== address.slug) return;
    const asked = decodeExperiment(address, card);
    const isInView = recipe && isSameRun(recipe, asked) && (!asked.digest || isKnown(asked, author));
    if (!isInView) ask(asked);
    const shown = experiment.value.shown ?? (await readResult(address.slug));
    if (experiment.value.slug !== address.slug) return;
    if (shown) takeUp(shown);
    const interrupted = isBusy(experiment.value) ? undefined : takeInterrupted(address.slug);
    if (interrupted) updateExperiment({ interrupted });
    else if (!isInView) runIfAsked();
    showStored();
  } catch (error) {
    const { card, recipe } = experiment.value;
    updateExperiment({
      problem: asProblem(error),
      ...(card && !recipe && { recipe: defaultRecipeOf(card) }),
    });
  }
}

/** Whether a digest in the address is one that the page knows already: its author's, or this machine's own. */
function isKnown(asked: ExperimentRecipe, author: ExperimentRecipe | undefined): boolean {
  const { shown } = experiment.value;
  return [author?.digest, shown?.report.recipe.digest].some(
    (digest) => digest !== undefined && isSame(hashesOf(digest), hashesOf(asked.digest!)),
  );
}

const hashesOf = ({ figures }: NonNullable<ExperimentRecipe['digest']>) =>
  figures.map(({ id, hash }) => `${id} ${hash}`);

/** Brings the card of an experiment onto the page. What belongs to another one is released. */
async function openCard(slug: string) {
  if (experiment.value.slug === slug && experiment.value.card) return;
  leave();
  forget('experiment');
  experiment.value = { ...FRESH, slug };
  takeUpAnswers(slug);
  const card = await loadCard(slug);
  if (experiment.value.slug === slug) updateExperiment({ card });
}

/** Shows the stored run until there is another, unless that would answer what is to be predicted. */
function showStored() {
  const { slug, shown, stored } = experiment.value;
  if (shown || stored || isLocked() || !isStored(slug)) return;
  fetchStoredRun(slug).then(
    (report) => experiment.value.slug === slug && updateExperiment({ stored: report }),
    // Without a stored run the live one is simply the first.
    () => {},
  );
}

function ask(recipe: ExperimentRecipe) {
  leave();
  updateExperiment({
    recipe: withoutDigest(recipe),
    author: recipe.digest ? recipe : undefined,
    problem: undefined,
    notice: undefined,
    phase: 'idle',
    job: undefined,
    live: undefined,
    isComparing: false,
    handedIn: undefined,
    ...(experiment.value.shown && { shown: { ...experiment.value.shown, verdict: undefined } }),
  });
}

/** Puts a run that was in view before a reload back in its place, if it is the one that is asked for. */
function takeUp(shown: ShownRun) {
  const { recipe, author } = experiment.value;
  if (experiment.value.shown || !recipe || !isSameRun(shown.asked, recipe)) return;
  const mine = shown.report.recipe.digest;
  // The author's result is compared by running again; this machine's own needs no run.
  if (author?.digest && mine && !isSame(hashesOf(author.digest), hashesOf(mine))) return;
  const isOwn = author?.digest !== undefined && shown.verdict === undefined;
  updateExperiment({ shown, ...(isOwn && { author: undefined }) });
}

/** A link with its author's result is run again at once, unless a prediction has to be made first. */
export function runIfAsked() {
  const { author, card, shown, recipe, handedIn } = experiment.value;
  if (!author?.digest || !card || !recipe) return;
  if (shown?.verdict && isSameRun(shown.asked, recipe)) return;
  if (!handedIn && isLocked()) return;
  void start().catch(() => {});
}

/** Whether a prediction has to be made before the experiment runs as it is set. */
export function isLocked(): boolean {
  const { card, recipe } = experiment.value;
  if (!card || !recipe || (embed && !embed.hasControls)) return false;
  return openPredictions(card, answers.value, recipe.params).length > 0;
}

/**
 * Opens a recipe from a file, or what was handed in: its run is run again, and the page says whether it matches. Rejects
 * with an `ErrorReport`.
 */
export async function openFile(value: unknown): Promise<void> {
  const handedIn = readHandIn(value);
  const recipe = await openRecipe(handedIn ? handedIn.run?.recipe : value);
  updateExperiment({ handedIn });
  const { pathname, search } = location;
  const hash = encodeExperiment(recipe, experiment.value.card!);
  history.pushState(null, '', `${pathname}${search}${hash}`);
  page.value = 'experiment';
  runIfAsked();
}

/** What a student handed in; `undefined` for anything else. Throws an `ErrorReport` for one without a run. */
function readHandIn(value: unknown): HandIn | undefined {
  if ((value as { kind?: unknown }).kind !== 'inscape-hand-in') return undefined;
  const file = value as HandIn;
  if (file.run && Array.isArray(file.answers)) return file;
  throw problem(
    'link',
    t`This hand-in of ${file.name || t`no name`} has answers but no run, so there is nothing to run again. Open it in a text editor to read the answers.`,
  );
}

const slugOf = (value: unknown) => String((value as { experiment?: unknown }).experiment);

/** Takes up a recipe from the console. Rejects with an `ErrorReport`. */
export async function openRecipe(value: unknown): Promise<ExperimentRecipe> {
  await openCard(slugOf(value));
  const { card } = experiment.value;
  const recipe = checkExperiment(value, card!);
  ask(recipe);
  return recipe;
}
