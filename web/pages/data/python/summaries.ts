import type { DataTask } from '../../../lab/types';
import { dictionary } from './dictionary';
import type { Asked, Steps } from './script';

const RATIO = `def participation_ratio(x):
    """How many dimensions the stimuli spread over (Gao et al. 2017)."""
    x = x - x.mean(0)
    gram = x @ x.T if len(x) < x.shape[1] else x.T @ x
    return np.trace(gram) ** 2 / (gram**2).sum()`;

/** Numbers for each array alone, as far as they are short to write. */
export function summariesScript({ task, loader }: Asked<Extract<DataTask, { kind: 'summaries' }>>): Steps {
  return {
    imports: [],
    helpers: [RATIO],
    lines: [
      ...dictionary('arrays', task.arrays, (name) => loader.units(name)),
      '',
      'for name, x in arrays.items():',
      '    print(f"{name}: participation_ratio {participation_ratio(x):.9f}")',
    ],
    notes: [
      'Of the numbers in the table it computes the participation ratio; the cards of the others name their papers.',
    ],
  };
}
