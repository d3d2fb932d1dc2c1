import type { DataTask } from '../../../lab/types';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

type NeighboursTask = Extract<DataTask, { kind: 'neighbours' }>;

/** The graph of nearest neighbours by scikit-learn, a line a pair. */
export function neighboursScript({
  task,
  loader,
}: Omit<Asked<NeighboursTask>, 'seed'>): Steps | { why: string } {
  const rdm = loader.rdm(task.array, task.distance);
  if (!rdm) return { why: noReference(task.distance) };
  return {
    imports: [
      'from scipy.spatial.distance import squareform',
      'from sklearn.neighbors import NearestNeighbors',
    ],
    helpers: [],
    lines: [
      `x = squareform(${rdm})`,
      `near = NearestNeighbors(n_neighbors=${task.n_neighbours}, metric="precomputed").fit(x)`,
      'joined = near.kneighbors_graph().toarray() > 0',
      'print(np.argwhere(np.triu(joined | joined.T)))',
    ],
  };
}
