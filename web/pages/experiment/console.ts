// Experiments from the console: on the page, so that they can be watched, paused and cancelled there.

import { loadCard } from '../../experiments/cards';
import type { ExperimentReport, Value } from '../../lab/experiment-types';
import type { Backend } from '../../lab/types';
import { experiment } from '../../state/experiment';
import { defaultRecipeOf } from '../../state/experiment-link';
import { page } from '../../state/page';
import { writeAddress } from './changes';
import { openRecipe } from './opening';
import { start } from './run';

export interface ExperimentRequest {
  /** The experiment's name in links: `rich-lazy`. */
  experiment: string;
  /** What differs from the defaults. */
  params?: Record<string, Value>;
  /** That of the card when absent. */
  seed?: number;
  /** `cpu` when absent. */
  device?: Backend;
}

/** Runs an experiment on the page. Resolves with its report; rejects with an `ErrorReport`. */
export async function experimentHere(request: ExperimentRequest): Promise<ExperimentReport> {
  const card = await loadCard(request.experiment);
  await openRecipe({
    ...defaultRecipeOf(card),
    params: request.params ?? {},
    seed: request.seed ?? card.seed,
    backend: request.device ?? 'cpu',
  });
  // The address first: the page, once in view, opens what stands there.
  const { pathname, search } = location;
  history.replaceState(null, '', `${pathname}${search}#x/${experiment.value.slug}`);
  page.value = 'experiment';
  writeAddress();
  return start();
}
