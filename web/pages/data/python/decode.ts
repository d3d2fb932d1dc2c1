import type { DataTask } from '../../../lab/types';
import { t } from '../../../words/words';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

interface Estimator {
  /** The beginning of the names of Inscape's decoders of this kind. */
  is: RegExp;
  imports: string[];
  helpers: string[];
  make: string;
}

const CORRELATION = `class CorrelationClassifier(ClassifierMixin, BaseEstimator):
    """A pattern goes to the class whose mean it correlates with most (Haxby et al. 2001)."""
    def fit(self, x, y):
        self.classes_ = np.unique(y)
        self.means_ = np.array([x[y == one].mean(0) for one in self.classes_])
        return self

    def predict(self, x):
        return self.classes_[cdist(x, self.means_, "correlation").argmin(1)]`;

const ESTIMATORS: Estimator[] = [
  {
    is: /^probe_logistic/,
    imports: ['from sklearn.linear_model import LogisticRegressionCV'],
    helpers: [],
    make: 'LogisticRegressionCV(max_iter=10_000)',
  },
  {
    is: /^probe_ridge/,
    imports: ['from sklearn.linear_model import RidgeClassifierCV'],
    helpers: [],
    make: 'RidgeClassifierCV(alphas=np.logspace(-3, 3, 7))',
  },
  {
    is: /centroid/,
    imports: ['from sklearn.neighbors import NearestCentroid'],
    helpers: [],
    make: 'NearestCentroid()',
  },
  {
    is: /^correlation/,
    imports: [
      'from scipy.spatial.distance import cdist',
      'from sklearn.base import BaseEstimator, ClassifierMixin',
    ],
    helpers: [CORRELATION],
    make: 'CorrelationClassifier()',
  },
];

/** Classes read from an array by scikit-learn. */
export function decodeScript({
  task,
  seed,
  loader,
}: Asked<Extract<DataTask, { kind: 'decode' }>>): Steps | { why: string } {
  const { array, labels, groups, decoder, n_folds, n_permutations, prepare } = task;
  if (prepare) return { why: t`For recordings that were made ready before, there is no short script yet.` };
  const estimator = ESTIMATORS.find(({ is }) => is.test(decoder));
  if (!estimator) return { why: noReference(decoder) };
  const imports = [...estimator.imports];
  const lines = [
    `x = ${loader.units(array)}`,
    `y = ${loader.load(labels)}`,
    `groups = ${groups ? loader.load(groups) : 'None'}`,
    `decoder = ${estimator.make}`,
  ];
  if (groups) {
    imports.push('from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict');
    lines.push('folds = LeaveOneGroupOut()');
  } else {
    imports.push('from sklearn.model_selection import StratifiedKFold, cross_val_predict');
    lines.push(`folds = StratifiedKFold(${n_folds}, shuffle=True, random_state=${seed})`);
  }
  imports.push('from sklearn.metrics import accuracy_score, balanced_accuracy_score, confusion_matrix');
  lines.push(
    '',
    'found = cross_val_predict(decoder, x, y, groups=groups, cv=folds)',
    'print(f"accuracy {accuracy_score(y, found):.4f}, balanced {balanced_accuracy_score(y, found):.4f}")',
    'print(confusion_matrix(y, found))',
  );
  if (n_permutations > 0) {
    imports.push('from sklearn.model_selection import permutation_test_score');
    lines.push(
      '',
      `test = permutation_test_score(decoder, x, y, groups=groups, cv=folds, n_permutations=${n_permutations}, random_state=${seed})`,
      'print(f"p = {test[2]:.4f}")',
    );
  }
  return {
    imports,
    helpers: estimator.helpers,
    lines,
    notes: ['Folds and orders are drawn otherwise than in Inscape, so the numbers agree only roughly.'],
  };
}
