import type { Shared } from '../../components/copy-link';
import { data, isOtherRecipe, recipeNow } from '../../state/data';
import { namesOf } from '../../state/data-form';
import { encodeData } from '../../state/data-link';
import { t } from '../../words/words';

/** The link of what is on the page: with this machine's digest when its run is finished. */
export function makeLink(): Shared {
  const { shown } = data.value;
  const digest = shown && !isOtherRecipe(data.value) ? shown.report.recipe.digest : undefined;
  const recipe = { ...recipeNow(), ...(digest && { digest }) };
  const { origin, pathname, search } = location;
  const n = namesOf(recipe.task).length;
  return {
    address: `${origin}${pathname}${search}${encodeData(recipe)}`,
    words: words(n, !!digest),
    file: { name: `${recipe.task.kind}.inscape.json`, text: JSON.stringify(recipe, null, 1) },
  };
}

function words(nArrays: number, isFinished: boolean): string {
  if (nArrays === 0) return t`Link copied. It opens this page; no array is chosen yet.`;
  const carries =
    nArrays === 1
      ? t`Link copied. It names the array and carries none of the numbers: whoever opens it brings the same files.`
      : t`Link copied. It names the ${nArrays} arrays and carries none of the numbers: whoever opens it brings the same files.`;
  return isFinished
    ? carries
    : `${carries} ${t`The run is not finished, so it cannot be checked against yours yet.`}`;
}
