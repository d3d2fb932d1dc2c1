// What a reload of this tab finds again: the finished run in view, and word of one that was going on.

import type { ExperimentRecipe } from '../../lab/experiment-types';
import { embed } from '../../state/embed';
import type { ShownRun } from '../../state/experiment';
import { keepPart, readParts } from '../../state/session';

const RUNNING = 'inscape.experiment.running';
const SHOWN = 'experiment/shown';

let nMarks = 0;
let marked = 0;

/**
 * Notes that a run has begun, until the returned function is called or another run has begun. A tab that is reloaded
 * meanwhile finds the note.
 */
export function markRunning(recipe: ExperimentRecipe): () => void {
  if (embed) return () => {};
  nMarks += 1;
  const mine = nMarks;
  marked = mine;
  try {
    sessionStorage.setItem(RUNNING, JSON.stringify(recipe));
  } catch {
    // Storage is forbidden here; a reload then begins from the address.
  }
  return () => {
    if (marked === mine) unmarkRunning();
  };
}

/** Takes the note away. */
export function unmarkRunning() {
  try {
    sessionStorage.removeItem(RUNNING);
  } catch {
    // As above.
  }
}

/** The recipe of a run that was going on when the tab was reloaded; told once. */
export function takeInterrupted(slug: string): ExperimentRecipe | undefined {
  try {
    const recipe = JSON.parse(sessionStorage.getItem(RUNNING) ?? 'null') as ExperimentRecipe | null;
    unmarkRunning();
    return recipe?.experiment === slug ? recipe : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the finished run in view for this tab, in place of the one before. */
export function keepResult(shown: ShownRun) {
  void keepPart(SHOWN, shown);
}

/** The finished run that was in view, if it is of this experiment. */
export async function readResult(slug: string): Promise<ShownRun | undefined> {
  const shown = (await readParts(SHOWN)).get(SHOWN) as ShownRun | undefined;
  return shown?.asked.experiment === slug ? shown : undefined;
}
