import type { DataTask } from '../../../lab/types';
import { dictionary } from './dictionary';
import { ORDERS } from './draws';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

const EXPLAINED = `def mixture(target, models):
    """The weights of the models and a constant, none below 0, and how much they explain."""
    all = np.array([*models, np.ones_like(target)])
    weights, rest = nnls(all.T, target)
    return weights, 1 - rest**2 / ((target - target.mean()) ** 2).sum()`;

/** A reference RDM as a mixture of models by SciPy's least squares without negative weights. */
export function regressionScript({
  task,
  seed,
  loader,
}: Asked<Extract<DataTask, { kind: 'regression' }>>): Steps | { why: string } {
  const { arrays, reference, distance, n_permutations } = task;
  const target = loader.rdms(reference, distance);
  const models = arrays.map((name) => loader.rdm(name, distance));
  if (!target || models.includes(undefined)) return { why: noReference(distance) };
  const lines = [
    `target = ${target}.mean(0)`,
    ...dictionary('models', arrays, (name) => loader.rdm(name, distance)!),
    'all = list(models.values())',
    'weights, together = mixture(target, all)',
    'print(f"R2 {together:.9f}, constant {weights[-1]:.9f}")',
    'for place, (name, model) in enumerate(models.items()):',
    '    alone = mixture(target, [model])[1]',
    '    others = all[:place] + all[place + 1 :]',
    '    unique = together - mixture(target, others)[1]',
    '    print(f"{name}: weight {weights[place]:.9f}, R2 alone {alone:.9f}, unique R2 {unique:.9f}")',
  ];
  if (n_permutations > 0)
    lines.push(
      '    square = squareform(model, checks=False)',
      `    orders = [shuffled(draw(${seed}, number), len(square)) for number in range(${n_permutations})]`,
      '    shuffles = [squareform(square[np.ix_(order, order)], checks=False) for order in orders]',
      '    chance = np.array([mixture(target, [*others, one])[1] for one in shuffles])',
      '    p = (1 + (chance >= together - 1e-12 * abs(together)).sum()) / (1 + len(chance))',
      '    print(f"{name}: p = {p:.9f}")',
    );
  return {
    imports: [
      'from scipy.optimize import nnls',
      ...(n_permutations > 0 ? ['from scipy.spatial.distance import squareform'] : []),
    ],
    helpers: [...(n_permutations > 0 ? ORDERS : []), EXPLAINED],
    lines,
  };
}
