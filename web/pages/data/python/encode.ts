import type { DataTask } from '../../../lab/types';
import { EQUAL_FOLDS, ORDERS } from './draws';
import type { Asked, Steps } from './script';

/** Recordings predicted by ridge regression in himalaya. */
export function encodeScript({ task, seed, loader }: Asked<Extract<DataTask, { kind: 'encode' }>>): Steps {
  return {
    imports: [
      'from himalaya.ridge import RidgeCV',
      'from sklearn.metrics import r2_score',
      'from sklearn.model_selection import PredefinedSplit',
    ],
    helpers: [...ORDERS, EQUAL_FOLDS],
    lines: [
      `x = ${loader.units(task.array)}`,
      `y = ${loader.units(task.targets)}`,
      `folds = equal_folds(len(x), ${task.n_folds}, ${seed})`,
      '',
      'found = np.zeros_like(y)',
      `for fold in range(${task.n_folds}):`,
      '    train, test = folds != fold, folds == fold',
      '    # The other folds choose the penalty of each target.',
      '    inner = PredefinedSplit(folds[train])',
      '    ridge = RidgeCV(alphas=np.logspace(-2, 7, 10), fit_intercept=True, cv=inner, solver_params={"warn": False})',
      '    found[test] = ridge.fit(x[train], y[train]).predict(x[test])',
      '',
      'r2 = r2_score(y, found, multioutput="raw_values")',
      'for target, (a, b) in enumerate(zip(y.T, found.T)):',
      '    print(f"target {target}: R2 {r2[target]:.9f}, r {np.corrcoef(a, b)[0, 1]:.9f}")',
      'print(f"median R2 {np.median(r2):.9f}")',
    ],
  };
}
