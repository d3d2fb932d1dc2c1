import type { DataTask } from '../../../lab/types';
import { dictionary } from './dictionary';
import { noReference, RSA_METHODS } from './rsatoolbox';
import type { Asked, Steps } from './script';

const BIASED = `def measure(x, y):
    """Linear CKA, biased (Kornblith et al. 2019, equation 3)."""
    x, y = x - x.mean(0), y - y.mean(0)
    norm = np.linalg.norm
    return norm(y.T @ x) ** 2 / (norm(x.T @ x) * norm(y.T @ y))`;

const DEBIASED = `def hsic(k, l):
    """The unbiased estimator of HSIC (Song et al. 2012, equation 5)."""
    n = len(k)
    k, l = k - np.diag(np.diag(k)), l - np.diag(np.diag(l))
    means = k.sum() * l.sum() / ((n - 1) * (n - 2)) - 2 * k.sum(0) @ l.sum(0) / (n - 2)
    return ((k * l).sum() + means) / (n * (n - 3))


def measure(x, y):
    """Linear CKA, debiased."""
    x, y = x - x.mean(0), y - y.mean(0)
    k, l = x @ x.T, y @ y.T
    return hsic(k, l) / np.sqrt(hsic(k, k) * hsic(l, l))`;

const FORMULAS: Record<string, string> = { cka_linear_biased: BIASED, cka_linear_debiased: DEBIASED };

const PRINT = [
  '',
  'for a, x in arrays.items():',
  '    for b, y in arrays.items():',
  '        print(f"{a} and {b}: {measure(x, y):.9f}")',
];

/** Every array with every other. */
export function compareScript({
  task,
  loader,
}: Asked<Extract<DataTask, { kind: 'compare' }>>): Steps | { why: string } {
  const formula = FORMULAS[task.measure];
  if (formula) {
    const lines = dictionary('arrays', task.arrays, (name) => loader.units(name));
    return { imports: [], helpers: [formula], lines: [...lines, ...PRINT] };
  }
  const method = RSA_METHODS[task.measure];
  if (!method) return { why: noReference(task.measure) };
  const rdms = task.arrays.map((name) => loader.rdm(name, task.distance));
  if (rdms.includes(undefined)) return { why: noReference(task.distance) };
  const lines = dictionary('arrays', task.arrays, (name) => `RDMs(${loader.rdm(name, task.distance)}[None])`);
  const measure = `def measure(x, y):\n    return compare(x, y, method="${method}")[0, 0]`;
  return {
    imports: ['from rsatoolbox.rdm import RDMs, compare'],
    helpers: [measure],
    lines: [...lines, ...PRINT],
  };
}
