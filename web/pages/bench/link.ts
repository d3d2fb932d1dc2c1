import { bench } from '../../state/bench';
import { encodeRecipe } from '../../state/hash';
import { isSame } from '../../state/same';
import { linkSentence } from './sentences';

/** The link of what is on the page: with the digest when its run is finished. */
export function makeLink(): { address: string; words: string } {
  const { recipe, shown } = bench.value;
  const isFinished = shown && shown.stored === undefined && isSame(shown.asked, recipe);
  const { digest } = shown?.report.recipe ?? {};
  const carried = isFinished && digest ? { ...recipe, engine: shown.report.run.engine, digest } : recipe;
  const { origin, pathname, search } = location;
  return { address: `${origin}${pathname}${search}${encodeRecipe(carried)}`, words: linkSentence(carried) };
}
