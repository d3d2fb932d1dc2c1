// How the page starts: the address says what is asked for, and what this tab held comes back.

import type { DataRecipe, DataReport } from '../../lab/types';
import { data, isSameRecipe, recipeNow, updateData } from '../../state/data';
import { FRESH_FORM, formOf } from '../../state/data-form';
import { decodeData, encodeData } from '../../state/data-link';
import { offerDraft } from '../../state/drafts';
import { pageOf } from '../../state/page';
import { asProblem } from '../../state/problem';
import { isSame } from '../../state/same';
import { writeAddress } from './changes';
import { learnReadings } from './readings';
import { run } from './run';
import { isTakenUp } from './session';
import { learnList, runIfAwaited, takeUpShelf } from './shelf';

/** Reads the address now and whenever it changes. Returns what ends that. */
export function open(): () => void {
  if (isTakenUp) readAddress();
  else void takeUpShelf().then(readAddress);
  window.addEventListener('hashchange', readAddress);
  learnList().catch((error: unknown) => updateData({ problem: asProblem(error) }));
  return () => window.removeEventListener('hashchange', readAddress);
}

/** Takes up what a link asks for. The bare page shows what was on it before. */
export function readAddress() {
  const { hash } = location;
  if (pageOf(hash) !== 'data') return;
  try {
    const recipe = decodeData(hash);
    if (!recipe) writeAddress();
    else if (!isInView(recipe)) openRecipe(recipe);
  } catch (error) {
    updateData({ problem: asProblem(error) });
  }
}

/** Whether the recipe is the one in view, which the page itself wrote into the address. A link with a digest has yet to be compared. */
function isInView(recipe: DataRecipe): boolean {
  const { wanted, shown } = data.value;
  const digest = wanted?.digest ?? shown?.report.recipe.digest;
  return (
    isSameRecipe(wanted ?? recipeNow(), recipe) &&
    (recipe.digest === undefined || isSame(recipe.digest, digest))
  );
}

/** Asks for a recipe's task; it runs as soon as its arrays are here. */
function openRecipe(recipe: DataRecipe) {
  ask(recipe);
  offerDraft('data', encodeData({ ...recipe, digest: undefined }));
  updateData({ isAwaited: true, problem: undefined, notice: undefined });
  void runIfAwaited();
}

/** Runs a recipe on the page. Resolves with its report; rejects with an `ErrorReport`. */
export async function runRecipe(recipe: DataRecipe): Promise<DataReport> {
  ask(recipe);
  await learnReadings();
  return run();
}

function ask(recipe: DataRecipe) {
  updateData({
    form: formOf(recipe, FRESH_FORM),
    isChosen: true,
    wanted: recipe,
    comparison: undefined,
  });
  writeAddress();
}
