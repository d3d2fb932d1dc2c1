import type { DataTask } from '../../../lab/types';
import { codelengthSteps, controlSteps } from './decode-more';
import { ORDERS, STRATIFIED_FOLDS } from './draws';
import { prepareSteps } from './prepare';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

interface Decoder {
  imports: string[];
  helpers: string[];
  /** An expression for a classifier. */
  make: string;
  /** The penalty that the inner folds choose, and its values, strongest first; absent where there is none. */
  penalty?: [name: string, values: string];
}

const CORRELATION = `class CorrelationClassifier(ClassifierMixin, BaseEstimator):
    """A pattern goes to the class whose mean it correlates with most (Haxby et al. 2001)."""
    def fit(self, x, y):
        self.classes_ = np.unique(y)
        self.means_ = np.array([x[y == one].mean(0) for one in self.classes_])
        return self

    def predict(self, x):
        return self.classes_[cdist(x, self.means_, "correlation").argmin(1)]`;

/** By Inscape's exact names. */
const DECODERS: Record<string, Decoder> = {
  probe_logistic: {
    imports: ['from sklearn.linear_model import LogisticRegression'],
    helpers: [],
    make: 'LogisticRegression(solver="newton-cg", tol=1e-9, max_iter=10_000)',
    penalty: ['C', 'np.logspace(-3, 3, 7)'],
  },
  probe_ridge: {
    imports: ['from sklearn.linear_model import RidgeClassifier'],
    helpers: [],
    make: 'RidgeClassifier(solver="svd")',
    penalty: ['alpha', 'np.logspace(5, -1, 7)'],
  },
  probe_nearest_centroid: {
    imports: ['from sklearn.neighbors import NearestCentroid'],
    helpers: [],
    make: 'NearestCentroid()',
  },
  probe_correlation: {
    imports: [
      'from scipy.spatial.distance import cdist',
      'from sklearn.base import BaseEstimator, ClassifierMixin',
    ],
    helpers: [CORRELATION],
    make: 'CorrelationClassifier()',
  },
};

const HELD_OUT = `def held_out(x, y, folds):
    """The class of each stimulus as read by a decoder that did not see its fold."""
    found = np.empty_like(y)
    for fold in np.unique(folds):
        train, test = folds != fold, folds == fold
        fitted = decoder(folds[train]).fit(x[train], y[train])
        found[test] = fitted.predict(x[test])
    return found`;

const FIRST_BEST = `def first_best(results):
    """Of equally good penalties the strongest."""
    scores = results["mean_test_score"]
    return int(np.argmax(scores >= scores.max() - 1e-9))`;

const PERMUTED = `def permuted(y, blocks, seed):
    """The labels in another order, each within its block."""
    other = y.copy()
    for number, block in enumerate(blocks):
        other[block] = y[block[shuffled(draw(seed, number), len(block))]]
    return other`;

/** The function that makes a classifier, whose penalty the given folds choose. */
function decoderOf({ make, penalty }: Decoder): string {
  if (!penalty) return `def decoder(folds):\n    return ${make}`;
  const [name, values] = penalty;
  return `def decoder(folds):
    """The other folds choose the penalty."""
    grid, inner = {"${name}": ${values}}, PredefinedSplit(folds)
    return GridSearchCV(${make}, grid, cv=inner, scoring="accuracy", refit=first_best)`;
}

/** Classes read from an array by scikit-learn, in the folds of Inscape. */
export function decodeScript({
  task,
  seed,
  loader,
}: Asked<Extract<DataTask, { kind: 'decode' }>>): Steps | { why: string } {
  const { array, labels, groups, n_folds, n_permutations, prepare, control, is_coded } = task;
  const chosen = DECODERS[task.decoder];
  if (!chosen) return { why: noReference(task.decoder) };
  const imports = [
    ...chosen.imports,
    'from sklearn.metrics import accuracy_score, balanced_accuracy_score, confusion_matrix',
  ];
  if (chosen.penalty) imports.push('from sklearn.model_selection import GridSearchCV, PredefinedSplit');
  const helpers = [...chosen.helpers];
  if (!groups || n_permutations > 0 || control || is_coded) helpers.push(...ORDERS);
  if (!groups) helpers.push(STRATIFIED_FOLDS);
  if (chosen.penalty) helpers.push(FIRST_BEST);
  helpers.push(decoderOf(chosen), HELD_OUT);
  const lines = [
    `x = ${loader.units(array)}`,
    `y = ${loader.load(labels)}`,
    `groups = ${groups ? loader.load(groups) : 'None'}`,
  ];
  if (prepare) {
    const before = prepareSteps(prepare);
    imports.push(...before.imports);
    helpers.unshift(...before.helpers);
    lines.push(...before.lines);
  }
  lines.push(
    groups
      ? 'folds = np.unique(groups, return_inverse=True)[1]'
      : `folds = stratified_folds(y, ${n_folds}, ${seed})`,
    '',
    'found = held_out(x, y, folds)',
    'accuracy = accuracy_score(y, found)',
    'print(f"accuracy {accuracy:.9f}, balanced {balanced_accuracy_score(y, found):.9f}")',
    'print(confusion_matrix(y, found, normalize="true"))',
  );
  if (n_permutations > 0) {
    helpers.push(PERMUTED);
    lines.push(
      '',
      `blocks = ${groups ? '[np.flatnonzero(folds == fold) for fold in np.unique(folds)]' : '[np.arange(len(y))]'}`,
      `orders = [permuted(y, blocks, draw(${seed}, number)) for number in range(${n_permutations})]`,
      'chance = np.array([accuracy_score(other, held_out(x, other, folds)) for other in orders])',
      'print(f"p = {(1 + (chance >= accuracy).sum()) / (1 + len(chance)):.9f}")',
    );
  }
  const more = [
    ...(control ? [controlSteps(control, prepare?.left_out ?? [], seed, loader)] : []),
    ...(is_coded ? [codelengthSteps(seed)] : []),
  ];
  for (const part of more) {
    imports.push(...part.imports);
    lines.push(...part.lines);
  }
  return { imports, helpers, lines };
}
