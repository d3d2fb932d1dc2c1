import type { DataTask } from '../../../lab/types';
import { ORDERS } from './draws';
import { INFORMATION } from './information-measures';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

/** What two arrays share, and what they do in random order. */
export function informationScript({
  task,
  seed,
  loader,
}: Asked<Extract<DataTask, { kind: 'information' }>>): Steps | { why: string } {
  const formula = INFORMATION[task.estimator];
  if (!formula) return { why: noReference(task.estimator) };
  return {
    imports: [...(formula.imports ?? [])],
    helpers: [...ORDERS, ...(formula.helpers ?? []), formula.measure],
    lines: [
      `x = ${loader.units(task.x)}`,
      `y = ${loader.units(task.y)}`,
      'found = measure(x, y)',
      `orders = [shuffled(draw(${seed}, number), len(y)) for number in range(199)]`,
      'chance = np.array([measure(x, y[order]) for order in orders])',
      'print(f"as they are: {found:.9f}")',
      'print(f"in random order: {chance.mean():.9f}")',
      'print(f"p = {(1 + (chance >= found - 2e-14 * abs(found)).sum()) / (1 + len(chance)):.9f}")',
    ],
  };
}
