// A recipe as a file: of whichever page it is, it opens there.

import { update } from '../state/bench';
import { updateData } from '../state/data';
import { checkDataRecipe, encodeData } from '../state/data-link';
import { updateExperiment } from '../state/experiment';
import { BENCH_HASH, type Page, page } from '../state/page';
import { asProblem, isCancelled, problem } from '../state/problem';
import { updateTrain } from '../state/train';
import { t } from '../words/words';
import { benchDoor, experimentDoor } from './doors';

/** Whether a file is one by its name. */
export const isRecipeFile = ({ name }: { name: string }) => /\.json$/i.test(name);

/** Opens a recipe that was saved, on its page. What fails is shown on the page in view. */
export async function openFile(file: File) {
  try {
    await openRecipe(await parse(file), file.name);
  } catch (error) {
    const report = asProblem(error);
    if (isCancelled(report)) return;
    if (page.value === 'train') updateTrain({ problem: report });
    else if (page.value === 'data') updateData({ problem: report });
    else if (page.value === 'experiment') updateExperiment({ problem: report });
    else if (page.value === 'gallery') {
      location.hash = BENCH_HASH;
      update({ problem: report });
    } else update({ problem: report });
  }
}

async function openRecipe(value: unknown, name: string): Promise<void> {
  const pageOfIt = whose(value);
  if (pageOfIt === 'bench') {
    const { openJson } = await benchDoor.load();
    page.value = 'bench';
    await openJson(value, name);
    return;
  }
  if (pageOfIt === 'experiment') {
    await (await experimentDoor.load()).openFile(value);
    return;
  }
  location.hash =
    pageOfIt === 'data'
      ? encodeData(checkDataRecipe(value, name))
      : `#train?${new URLSearchParams(value as Record<string, string>)}`;
}

/** Which page a recipe is of: an experiment and a training are named, an analysis of arrays describes it, a bench has a model. */
function whose(value: unknown): Page {
  if (typeof (value as { experiment?: unknown } | null)?.experiment === 'string') return 'experiment';
  const task = typeof value === 'object' && value !== null ? (value as { task?: unknown }).task : undefined;
  if (typeof task === 'string') return 'train';
  return task === undefined ? 'bench' : 'data';
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
