// How the page starts: a link wins over everything; without one the stored result is shown at once.

import { fetchStored } from '../../fetch/stored';
import { lab } from '../../lab/start';
import type { Recipe, Report } from '../../lab/types';
import { bench, isStale, update } from '../../state/bench';
import { defaultRecipe } from '../../state/defaults';
import { offerDraft } from '../../state/drafts';
import { decodeRecipe, encodeRecipe } from '../../state/hash';
import { pageOf } from '../../state/page';
import { asProblem } from '../../state/problem';
import { checkRecipe } from '../../state/recipe-check';
import { isSame } from '../../state/same';
import { t } from '../../words/words';
import { isLocal } from './models';
import { runNow, scheduleRun } from './run';
import { keepOwn, takeUpOwn } from './session';

let isOpen = false;

/** Opens what the address says, or the default demo, and runs it; from then on whatever the address asks of the bench. */
export async function open() {
  if (isOpen) return;
  isOpen = true;
  lab.onRebuilt = (why) => update({ notice: why });
  lab.onNotice = (sentence) => update({ notice: sentence });
  keepOwn();
  window.addEventListener('hashchange', () => void openAddress());
  await openAddress();
}

async function openAddress() {
  if (pageOf(location.hash) !== 'bench') return;
  try {
    const recipe = decodeRecipe(location.hash);
    // Back from another page: what is asked for stands there already.
    if (isShown(recipe ?? defaultRecipe())) return;
    if (recipe) {
      if (isLocal(recipe.model) || recipe.inputs.kind === 'files') await takeUpOwn();
      openRecipe(recipe);
      return;
    }
  } catch (error) {
    update({ recipe: defaultRecipe(), author: undefined, comparison: undefined });
    await showStored();
    await runNow().catch(() => {});
    // After the run, which clears what was said before it.
    update({ problem: asProblem(error) });
    return;
  }
  update({ recipe: defaultRecipe(), author: undefined, comparison: undefined });
  offerDraft('bench', '');
  if (!bench.value.shown) await showStored();
  // The first picture is painted before the engine is asked for.
  requestAnimationFrame(() => scheduleRun(30));
}

/** Whether the figures in view are this machine's for this very recipe. A link with a digest has yet to be compared. */
function isShown(recipe: Recipe): boolean {
  const { shown, recipe: current } = bench.value;
  const isLive = shown !== undefined && shown.stored === undefined && !isStale(bench.value);
  return isLive && isSame(recipe, current);
}

function openRecipe(recipe: Recipe) {
  const { digest, ...rest } = recipe;
  update({ recipe: rest, author: digest, isLinked: true, comparison: undefined, problem: undefined });
  offerDraft('bench', encodeRecipe({ ...rest, engine: '' }));
  scheduleRun(0);
}

/** Opens a recipe from a file or the console. Resolves with its report; rejects with an `ErrorReport`. */
export async function openJson(value: unknown, from: string): Promise<Report> {
  const { digest, ...recipe } = checkRecipe(value, from);
  update({ recipe, author: digest, isLinked: true, comparison: undefined });
  offerDraft('bench', encodeRecipe({ ...recipe, engine: '' }));
  return runNow();
}

async function showStored() {
  try {
    const { computed, ...report } = await fetchStored();
    const { digest: _, ...rest } = checkRecipe(report.recipe, t`the stored result`);
    if (!bench.value.shown)
      update({ shown: { report, asked: { ...rest, engine: '', backend: 'auto' }, stored: computed ?? '' } });
  } catch {
    // Without a stored result the live one is simply the first.
  }
}
