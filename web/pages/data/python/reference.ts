import type { DataTask } from '../../../lab/types';
import { dictionary } from './dictionary';
import { ORDERS } from './draws';
import { noReference, RSA_METHODS } from './rsatoolbox';
import type { Asked, Steps } from './script';

/** Arrays against a reference, with the noise ceiling, intervals and p-values of the usual kind. */
export function referenceScript({
  task,
  seed,
  loader,
}: Asked<Extract<DataTask, { kind: 'reference' }>>): Steps | { why: string } {
  const { arrays, reference, distance, comparison, n_bootstrap, n_permutations } = task;
  const method = RSA_METHODS[comparison];
  if (!method) return { why: noReference(comparison) };
  const data = loader.rdms(reference, distance);
  const models = arrays.map((name) => loader.rdm(name, distance));
  if (data === undefined || models.includes(undefined)) return { why: noReference(distance) };
  const hasSubjects = loader.kindOf(reference) === 'rdms';
  const imports = ['from rsatoolbox.rdm import RDMs, compare'];
  const lines = [
    `data = RDMs(${data})`,
    ...dictionary('models', arrays, (name) => loader.rdm(name, distance)!),
    '',
    'for name, model in models.items():',
    `    value = compare(RDMs(model[None]), data, method="${method}").mean()`,
    '    print(f"{name}: {value:.9f}")',
  ];
  if (hasSubjects) {
    imports.push('from rsatoolbox.inference import boot_noise_ceiling');
    lines.push('', `low, high = boot_noise_ceiling(data, method="${method}")`);
    lines.push('print(f"noise ceiling: {low:.9f} to {high:.9f}")');
  }
  if (n_bootstrap > 0) {
    imports.push('from rsatoolbox.inference import eval_bootstrap_pattern');
    imports.push('from rsatoolbox.model import ModelFixed');
    imports.push('from scipy.stats import t');
    lines.push(
      '',
      `np.random.seed(${seed})`,
      'fixed = [ModelFixed(name, RDMs(model[None])) for name, model in models.items()]',
      `result = eval_bootstrap_pattern(fixed, data, method="${method}", N=${n_bootstrap})`,
      'samples = result.evaluations.reshape(len(result.evaluations), len(fixed), -1).mean(2)',
      'for (name, model), sample in zip(models.items(), samples.T):',
      `    value = compare(RDMs(model[None]), data, method="${method}").mean()`,
      '    sample, n = sample[np.abs(sample) < 1], data.n_cond',
      '    error = np.std(np.arctanh(sample), ddof=1) * np.sqrt(n / (n - 1))',
      "    # Student's t on Fisher's z; Inscape takes fewer degrees of freedom where few stimuli decide.",
      '    low, high = np.tanh(np.arctanh(value) + t.ppf([0.025, 0.975], n - 1) * error)',
      '    print(f"{name}: 95 % interval {low:.4f} to {high:.4f}")',
    );
  }
  const helpers: string[] = [];
  if (n_permutations > 0) {
    helpers.push(...ORDERS);
    imports.push('from scipy.spatial.distance import squareform');
    lines.push(
      '',
      'squares = [squareform(one, checks=False) for one in data.dissimilarities]',
      `orders = [shuffled(draw(${seed}, number), len(squares[0])) for number in range(${n_permutations})]`,
      'others = np.array([squareform(s[np.ix_(o, o)], checks=False) for o in orders for s in squares])',
      'p = np.ones(len(models))',
      'for place, model in enumerate(models.values()):',
      `    value = compare(RDMs(model[None]), data, method="${method}").mean()`,
      `    chance = compare(RDMs(model[None]), RDMs(others), method="${method}").reshape(len(orders), -1).mean(1)`,
      '    p[place] = (1 + (chance >= value - 1e-12 * abs(value)).sum()) / (1 + len(chance))',
      '# For several models by Holm.',
      'by_size = np.argsort(p, kind="stable")',
      'p[by_size] = np.maximum.accumulate(np.minimum(1, p[by_size] * np.arange(len(p), 0, -1)))',
      'for name, one in zip(models, p):',
      '    print(f"{name}: p = {one:.9f}")',
    );
  }
  const notes =
    n_bootstrap > 0
      ? ['Intervals come from other random draws than in Inscape, so they agree only roughly.']
      : [];
  return { imports, helpers, lines, notes };
}
