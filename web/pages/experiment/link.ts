import type { Shared } from '../../components/copy-link';
import { experiment } from '../../state/experiment';
import { encodeExperiment } from '../../state/experiment-link';
import { t } from '../../words/words';
import { carried } from './changes';

/** The link of what is on the page: with the digest when its run is finished. */
export function makeLink(): Shared {
  const { card, slug } = experiment.value;
  const recipe = carried();
  const { origin, pathname, search } = location;
  return {
    address: `${origin}${pathname}${search}${card && recipe ? encodeExperiment(recipe, card) : `#x/${slug}`}`,
    words: recipe?.digest
      ? t`Link copied. Whoever opens it runs the same and sees whether it matches.`
      : t`Link copied. The run is not finished, so it cannot be checked against yours yet.`,
    file: { name: `${slug}.inscape.json`, text: JSON.stringify(recipe ?? {}, null, 1) },
  };
}

/** The same run in a terminal. */
export function commandLine(): string {
  const { card, recipe } = experiment.value;
  if (!card || !recipe) return '';
  const settings = Object.entries(recipe.params).map(([name, value]) => ` --set ${name}=${String(value)}`);
  const seed = recipe.seed === card.seed ? '' : ` --seed ${recipe.seed}`;
  const device = recipe.backend === 'cpu' ? '' : ` --device ${recipe.backend}`;
  return `inscape run ${card.slug}${seed}${settings.join('')}${device}`;
}
