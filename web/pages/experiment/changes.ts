// What a visitor can change before a run. The address follows.

import type { ExperimentRecipe, Param, Value, Values } from '../../lab/experiment-types';
import type { Backend } from '../../lab/types';
import { experiment, isOtherRun, updateExperiment } from '../../state/experiment';
import { encodeExperiment, withoutDigest } from '../../state/experiment-link';
import { withValue } from '../../state/experiment-params';
import { page } from '../../state/page';
import { did } from '../../state/undo';
import { t } from '../../words/words';

/** Sets a knob. */
export function setParam(param: Param, value: Value) {
  const { recipe } = experiment.value;
  if (!recipe) return;
  change({ params: withValue(param, recipe.params, value) }, t`setting of ${param.label}`, param.name);
}

/** Sets all knobs at once: what is not named goes back to its default. */
export function setParams(params: Values) {
  change({ params }, t`choice of the settings`, 'params');
}

export function setSeed(seed: number) {
  change({ seed }, t`choice of the seed`, 'seed');
}

export function setBackend(backend: Backend) {
  change({ backend }, t`choice of the engine`, 'backend');
}

/** Puts every knob back, seed and engine too. */
export function resetAll() {
  const { card } = experiment.value;
  if (card) change({ params: {}, seed: card.seed, backend: 'cpu' }, t`return to the defaults`, 'reset');
}

/** Changes what is asked. What a link's author found no longer applies to it. */
function change(patch: Partial<ExperimentRecipe>, words: string, key: string) {
  const { recipe, author, slug } = experiment.value;
  if (!recipe) return;
  const before = { recipe, author };
  const after = { recipe: { ...recipe, ...patch }, author: undefined };
  put(after);
  did('experiment', {
    words,
    key,
    undo: () => experiment.value.slug === slug && put(before),
    redo: () => experiment.value.slug === slug && put(after),
  });
}

function put(patch: { recipe: ExperimentRecipe; author: ExperimentRecipe | undefined }) {
  updateExperiment(patch);
  writeAddress();
}

/** The recipe on the page: with its author's or this machine's digest where there is one. */
export function carried(): ExperimentRecipe | undefined {
  const { recipe, author, shown } = experiment.value;
  if (!recipe) return undefined;
  if (author?.digest) return author;
  const isFinished = shown !== undefined && !isOtherRun(experiment.value);
  return isFinished ? { ...recipe, ...ran(shown.report.recipe) } : withoutDigest(recipe);
}

/** What a run adds to its recipe. */
const ran = ({ digest, engine }: ExperimentRecipe) => ({ engine, ...(digest && { digest }) });

/** Puts what is asked into the address bar without a step in the history, unless another page is in view. */
export function writeAddress() {
  const { card } = experiment.value;
  const recipe = carried();
  if (page.value !== 'experiment' || !card || !recipe) return;
  const { pathname, search } = location;
  history.replaceState(null, '', `${pathname}${search}${encodeExperiment(recipe, card)}`);
}
