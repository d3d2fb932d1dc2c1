import type { Recipe } from '../../lab/types';
import { type BenchState, bench, update } from '../../state/bench';
import { did } from '../../state/undo';
import { t } from '../../words/words';
import { scheduleRun, writeAddress } from './run';

/** What a step of the bench can change. */
type Restorable = Pick<BenchState, 'recipe' | 'author' | 'isLinked' | 'ownModel' | 'ownAbout' | 'ownImages'>;

/** What each part of a recipe is called in “Undone: …”. */
const WORDS: Partial<Record<keyof Recipe, string>> = {
  model: t`choice of the model`,
  inputs: t`choice of the inputs`,
  sites: t`choice of the sites`,
  changes: t`changes in the model`,
  pool: t`choice of the pooling`,
  distance: t`choice of the distance`,
  similarity: t`choice of the measure`,
  focus: t`choice of the site to look at`,
  has_slow_intervals: t`choice of the intervals`,
  lens_text: t`choice of the text`,
  views: t`closer looks`,
  backend: t`choice of the engine`,
};

/** Remembers a change of the recipe that was just made: `before` is what it was made to. */
export function rememberStep(patch: Partial<Recipe>, before: Restorable) {
  const fields = Object.keys(patch) as (keyof Recipe)[];
  const { recipe, ownModel, ownAbout, ownImages } = bench.value;
  const after = { recipe, author: undefined, isLinked: false, ownModel, ownAbout, ownImages };
  did('bench', {
    words: WORDS[fields[0]!] ?? t`change`,
    key: fields.join(),
    undo: () => restore(before),
    redo: () => restore(after),
  });
}

function restore(state: Restorable) {
  update({ ...state, comparison: undefined });
  writeAddress(state.recipe);
  scheduleRun();
}
