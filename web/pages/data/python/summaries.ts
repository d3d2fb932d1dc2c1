import type { DataTask } from '../../../lab/types';
import { dictionary } from './dictionary';
import type { Asked, Steps } from './script';
import { OF_CLASSES, OF_LAYERS, type Summary } from './summary-measures';

const LEFT_OUT = 'What is not computed here has its formula in the paper that its card names.';

/** Numbers for each array alone, as far as they are short to write. */
export function summariesScript({ task, loader }: Asked<Extract<DataTask, { kind: 'summaries' }>>): Steps {
  const { arrays, labels } = task;
  const used: Summary[] = [...OF_LAYERS, ...(labels ? OF_CLASSES : [])];
  const lines = dictionary('arrays', arrays, (name) => loader.units(name));
  if (labels) lines.push(`y = np.unique(${loader.load(labels)}, return_inverse=True)[1]`);
  const list = (of: readonly Summary[]) => `[${of.map(({ name }) => name).join(', ')}]`;
  const print = (call: string) => `        print(f"{name}: {measure.__name__} {${call}:.9f}")`;
  lines.push(
    '',
    'for name, x in arrays.items():',
    `    for measure in ${list(OF_LAYERS)}:`,
    print('measure(x)'),
  );
  if (labels) lines.push(`    for measure in ${list(OF_CLASSES)}:`, print('measure(x, y)'));
  return {
    imports: [...new Set(used.flatMap(({ imports = [] }) => imports))],
    helpers: [...new Set(used.flatMap(({ helpers = [], text }) => [...helpers, text]))],
    lines,
    notes: [LEFT_OUT],
  };
}
