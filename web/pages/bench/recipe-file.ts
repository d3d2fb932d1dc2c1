import { save } from '../../figures/export';
import { bench, update } from '../../state/bench';
import { asProblem, isCancelled, problem } from '../../state/problem';
import { t } from '../../words/words';
import { openJson } from './opening';

/** Saves the recipe of the page, with the digest of its run when there is one. */
export function saveRecipe() {
  const { recipe, shown } = bench.value;
  const isLive = shown !== undefined && shown.stored === undefined;
  const kept = isLive
    ? { ...recipe, engine: shown.report.run.engine, digest: shown.report.recipe.digest }
    : recipe;
  const name = recipe.model.id.replace(/[^\w.-]+/g, '_');
  save(`inscape-${name}.json`, JSON.stringify(kept, null, 1), 'application/json');
}

/** Opens a recipe that was saved. What fails is shown on the page. */
export async function openFile(file: File) {
  try {
    await openJson(await parse(file), file.name);
  } catch (error) {
    const report = asProblem(error);
    if (!isCancelled(report)) update({ problem: report });
  }
}

async function parse(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    throw problem(
      'link',
      t`Reading the recipe ${file.name} failed: it is not JSON. Choose a file that Inscape saved.`,
    );
  }
}
