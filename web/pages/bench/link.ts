import type { Shared } from '../../components/copy-link';
import type { Recipe } from '../../lab/types';
import { bench } from '../../state/bench';
import { encodeRecipe } from '../../state/hash';
import { isSame } from '../../state/same';
import { linkSentence } from './sentences';

/** The recipe on the page: with the digest when its run is finished. */
function carried(): Recipe {
  const { recipe, shown } = bench.value;
  const isFinished = shown && shown.stored === undefined && isSame(shown.asked, recipe);
  const { digest } = shown?.report.recipe ?? {};
  return isFinished && digest ? { ...recipe, engine: shown.report.run.engine, digest } : recipe;
}

/** The link of what is on the page. */
export function makeLink(): Shared {
  const recipe = carried();
  const { origin, pathname, search } = location;
  const name = recipe.model.id.replace(/[^\w.-]+/g, '_');
  return {
    address: `${origin}${pathname}${search}${encodeRecipe(recipe)}`,
    words: linkSentence(recipe),
    file: { name: `${name}.inscape.json`, text: JSON.stringify(recipe, null, 1) },
  };
}
