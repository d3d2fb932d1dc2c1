import type { DataTask } from '../../../lab/types';
import { dictionary } from './dictionary';
import { FORMULAS } from './measures';
import { noReference, RSA_METHODS } from './rsatoolbox';
import type { Asked, Steps } from './script';

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
    const helpers = [...(formula.helpers ?? []), formula.measure];
    return { imports: [...(formula.imports ?? [])], helpers, lines: [...lines, ...PRINT] };
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
