// Arrays from the console: on the page, so that they can be seen, run and cancelled there.

import type { AnalysisList, ArrayCard, DataReport } from '../../lab/types';
import { data } from '../../state/data';
import { checkDataRecipe } from '../../state/data-link';
import { page } from '../../state/page';
import { t } from '../../words/words';
import { runRecipe } from './opening';
import { addOne, learnList } from './shelf';

/** Reads a file's arrays onto the page's shelf. Rejects with an `ErrorReport`. */
export const addHere = (name: string, blob: Blob): Promise<ArrayCard[]> => addOne({ name, blob });

/** The same of a file that the page itself has made, so that the visitor can save it. */
export const addMadeHere = (name: string, blob: Blob): Promise<ArrayCard[]> =>
  addOne({ name, blob, isMadeHere: true });

/** Shows a recipe on the page and runs it. Rejects with an `ErrorReport`. */
export async function runHere(recipe: unknown): Promise<DataReport> {
  const checked = checkDataRecipe(recipe, t`the console`);
  page.value = 'data';
  return runRecipe(checked);
}

/** What the engine can do with arrays. */
export async function listHere(): Promise<AnalysisList> {
  await learnList();
  return data.value.list!;
}
