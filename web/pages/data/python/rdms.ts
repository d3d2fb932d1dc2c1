import type { DataTask } from '../../../lab/types';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

/** RDMs as square matrices by SciPy. */
export function rdmsScript({
  task,
  loader,
}: Asked<Extract<DataTask, { kind: 'rdms' }>>): Steps | { why: string } {
  const rdms = task.arrays.map((name) => loader.rdms(name, task.distance));
  if (rdms.includes(undefined)) return { why: noReference(task.distance) };
  const lines = [
    `rdms = [squareform(one) for array in [${rdms.join(', ')}] for one in array]`,
    ...(task.labels
      ? [
          `order = np.argsort(${loader.load(task.labels)}, kind="stable")`,
          'rdms = [one[np.ix_(order, order)] for one in rdms]',
        ]
      : []),
    'print(np.array(rdms).shape)',
  ];
  return { imports: ['from scipy.spatial.distance import squareform'], helpers: [], lines };
}
