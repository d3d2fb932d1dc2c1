// The activations of a recipe's sites as a file.

import { lab } from '../../lab/start';
import type { Progress, Recipe } from '../../lab/types';
import { bench } from '../../state/bench';
import { problem } from '../../state/problem';
import { isSame } from '../../state/same';
import { t } from '../../words/words';
import { captureFileName } from './capture-name';
import { ready } from './run';
import { findStimuli } from './stimuli';

/** Captures the sites of a recipe of the open model, each a tensor of its name. Rejects with an `ErrorReport`. */
export async function captureFile(
  recipe: Recipe,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<{ name: string; blob: Blob }> {
  if (!isSame(recipe.model, bench.value.recipe.model))
    throw problem(
      'recipe',
      t`Saving the activations failed: the figure is of ${recipe.model.id}, but ${bench.value.recipe.model.id} is chosen now. Run again, or choose ${recipe.model.id}.`,
    );
  await ready();
  const stimuli = await findStimuli(recipe.inputs, signal);
  const asked = [recipe.sites, recipe.pool, stimuli, recipe.changes] as const;
  const captured = await lab.call('capture', [...asked], { signal, onProgress });
  if (captured.some(({ n_positions = [] }) => new Set(n_positions).size > 1 && recipe.pool === 'none'))
    throw problem(
      'recipe',
      t`Taking these texts along failed: they have different numbers of tokens, so that no column means the same in all. Choose a pooling other than “none”.`,
    );
  const bytes = await lab.call('writeSafetensors', [captured]);
  return { name: captureFileName(recipe), blob: new Blob([new Uint8Array(bytes)]) };
}
