import type { DataTask } from '../../../lab/types';
import { t } from '../../../words/words';
import type { Asked, Steps } from './script';

/** Cosines of named vectors against ratings of pairs, with SciPy's rank correlation. */
export function pairsScript({
  task,
  loader,
}: Omit<Asked<Extract<DataTask, { kind: 'pairs' }>>, 'seed'>): Steps | { why: string } {
  const { array, ratings, first, second } = task;
  const [names, firsts, seconds] = [
    loader.words(array, true),
    first === null ? loader.words(ratings, true) : loader.words(first, false),
    loader.words(second, false),
  ];
  if (!names || !firsts || !seconds)
    return { why: t`The names of these pairs are in files from which no script here reads them.` };
  return {
    imports: ['from scipy.stats import norm, spearmanr'],
    helpers: [],
    lines: [
      `vectors = ${loader.units(array)}`,
      `place = {name: k for k, name in enumerate(${names})}`,
      `pairs = zip(${firsts}, ${seconds}, ${loader.load(ratings)})`,
      'covered = [(place[a], place[b], rating) for a, b, rating in pairs if a in place and b in place]',
      'i, j, ratings = zip(*covered)',
      '',
      'unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)',
      'cosines = (unit[list(i)] * unit[list(j)]).sum(1)',
      'rho = spearmanr(cosines, ratings).statistic',
      'half = norm.ppf(0.975) * np.sqrt((1 + rho**2 / 2) / (len(cosines) - 3))',
      'low, high = np.tanh(np.arctanh(rho) - half), np.tanh(np.arctanh(rho) + half)',
      'print(f"rho {rho:.9f}, 95 % interval {low:.9f} to {high:.9f}, {len(cosines)} pairs")',
    ],
  };
}
