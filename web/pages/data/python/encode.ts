import type { DataTask } from '../../../lab/types';
import type { Asked, Steps } from './script';

/** Recordings predicted by ridge regression in scikit-learn. */
export function encodeScript({ task, seed, loader }: Asked<Extract<DataTask, { kind: 'encode' }>>): Steps {
  return {
    imports: [
      'from sklearn.linear_model import RidgeCV',
      'from sklearn.metrics import r2_score',
      'from sklearn.model_selection import KFold, cross_val_predict',
    ],
    helpers: [],
    lines: [
      `x = ${loader.units(task.array)}`,
      `y = ${loader.units(task.targets)}`,
      `folds = KFold(${task.n_folds}, shuffle=True, random_state=${seed})`,
      'ridge = RidgeCV(alphas=np.logspace(-2, 6, 9), alpha_per_target=y.shape[1] > 1)',
      '',
      'found = cross_val_predict(ridge, x, y, cv=folds).reshape(y.shape)',
      'r2 = r2_score(y, found, multioutput="raw_values")',
      'r = [np.corrcoef(a, b)[0, 1] for a, b in zip(y.T, found.T)]',
      'print(f"mean over {y.shape[1]} targets: R2 {np.mean(r2):.4f}, r {np.mean(r):.4f}")',
    ],
    notes: [
      'The nearest call of scikit-learn: its inner folds, its alphas and its outer folds are not those of Inscape.',
    ],
  };
}
