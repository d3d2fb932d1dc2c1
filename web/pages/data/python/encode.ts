import type { DataTask } from '../../../lab/types';
import { EQUAL_FOLDS, ORDERS } from './draws';
import { bandedSteps, partitionSteps } from './encode-more';
import type { Asked, Steps } from './script';

type EncodeTask = Extract<DataTask, { kind: 'encode' }>;

/** The penalties among which the other folds choose. */
const ALPHAS = 'np.logspace(-2, 7, 10)';

/** Recordings predicted by ridge regression in himalaya, or from several arrays in scikit-learn. */
export function encodeScript({ task, seed, loader }: Asked<EncodeTask>): Steps {
  const { array, targets, n_folds, more = [], repeats = [], is_alpha_shared = false, has_pairs } = task;
  const spaces = [array, ...more];
  const isBanded = spaces.length > 1;
  const lines = [
    ...(isBanded
      ? [`spaces = [${spaces.map((name) => loader.units(name)).join(', ')}]`]
      : [`x = ${loader.units(array)}`]),
    ...(repeats.length > 0
      ? [
          `repeats = np.array([${[targets, ...repeats].map((name) => loader.units(name)).join(', ')}])`,
          'y = repeats.mean(0)',
        ]
      : [`y = ${loader.units(targets)}`]),
    `folds = equal_folds(len(y), ${n_folds}, ${seed})`,
    '',
    ...(isBanded ? bandedSteps(seed).lines : ridge(n_folds, is_alpha_shared)),
    '',
    'r2 = r2_score(y, found, multioutput="raw_values")',
    ...(repeats.length > 0 ? CEILING : []),
    'for target, (a, b) in enumerate(zip(y.T, found.T)):',
    `    print(f"target {target}: R2 {r2[target]:.9f}, r {np.corrcoef(a, b)[0, 1]:.9f}"${isBanded || repeats.length > 0 ? ', end=" "' : ''})`,
    ...(isBanded
      ? [
          `    print("weights", *(f"{w:.9f}" for w in weights[:, target].mean(0))${repeats.length > 0 ? ', end=" "' : ''})`,
        ]
      : []),
    ...(repeats.length > 0 ? ['    print(f"most R2 {most[target]:.9f}")'] : []),
    'print(f"median R2 {np.median(r2):.9f}")',
    ...(spaces.length === 2 || spaces.length === 3 ? partitionSteps(spaces) : []),
    ...(has_pairs ? PAIRS : []),
  ];
  const imports = [
    'from sklearn.metrics import r2_score',
    ...(isBanded
      ? ['from sklearn.linear_model import Ridge']
      : ['from himalaya.ridge import RidgeCV', 'from sklearn.model_selection import PredefinedSplit']),
  ];
  const helpers = [
    ...ORDERS,
    EQUAL_FOLDS,
    ...(isBanded ? [`ALPHAS = ${ALPHAS}`, ...bandedSteps(seed).helpers(is_alpha_shared)] : []),
  ];
  return { imports, helpers, lines };
}

const ridge = (n_folds: number, isShared: boolean) => [
  'found = np.zeros_like(y)',
  `for fold in range(${n_folds}):`,
  '    train, test = folds != fold, folds == fold',
  `    # The other folds choose ${isShared ? 'one penalty for all targets' : 'the penalty of each target'}.`,
  '    inner = PredefinedSplit(folds[train])',
  `    options = {"warn": False${isShared ? ', "local_alpha": False' : ''}}`,
  `    ridge = RidgeCV(alphas=${ALPHAS}, fit_intercept=True, cv=inner, solver_params=options)`,
  '    found[test] = ridge.fit(x[train], y[train]).predict(x[test])',
];

/** The most R² on the mean of repeats that their spread leaves. */
const CEILING = [
  'noise = repeats.var(0, ddof=1).mean(0) / len(repeats)',
  'signal = np.maximum(y.var(0, ddof=1) - noise, 0)',
  'most = np.where(signal > 0, signal / np.where(signal > 0, signal + noise, 1), 0)',
];

/** Two-versus-two accuracy by cosines; sums that differ by rounding only are half right. */
const PAIRS = [
  '',
  'a, b = (one / np.linalg.norm(one, axis=1, keepdims=True) for one in (y, found))',
  'alike = a @ b.T',
  'own = np.diag(alike)',
  'lead = (own[:, None] + own - alike - alike.T)[np.triu_indices(len(y), 1)]',
  'right = np.where(np.abs(lead) <= 1e-12, 0.5, lead > 0)',
  'print(f"two-versus-two accuracy {right.mean():.9f}")',
];
