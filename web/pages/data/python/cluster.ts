import type { DataTask } from '../../../lab/types';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

type ClusterTask = Extract<DataTask, { kind: 'cluster' }>;

/** Groups of stimuli by SciPy and scikit-learn. */
export function clusterScript({ task, seed, loader }: Asked<ClusterTask>): Steps | { why: string } {
  const { array, method, distance, n_groups, labels } = task;
  const linkage = /^linkage_(\w+)$/.exec(method)?.[1];
  const imports: string[] = [];
  const lines: string[] = [];
  const notes: string[] = [];
  if (method === 'k_means') {
    imports.push('from sklearn.cluster import KMeans');
    lines.push(
      `groups = KMeans(${n_groups}, n_init=10, random_state=${seed}).fit_predict(${loader.units(array)})`,
    );
    notes.push('Starts are drawn otherwise, so that groups may differ where several are equally good.');
  } else {
    const rdm = loader.rdm(array, distance);
    if (!rdm) return { why: noReference(distance) };
    if (linkage) {
      imports.push('from scipy.cluster.hierarchy import cut_tree, linkage');
      lines.push(
        `tree = linkage(${rdm}, ${JSON.stringify(linkage)})`,
        `groups = cut_tree(tree, ${n_groups})[:, 0]`,
      );
    } else if (method === 'spectral_clustering') {
      imports.push(
        'from scipy.spatial.distance import squareform',
        'from sklearn.cluster import SpectralClustering',
      );
      // Of its neighbours scikit-learn counts the stimulus itself as one.
      lines.push(
        `x = squareform(${rdm})`,
        'n_neighbors = min(10, len(x))',
        `model = SpectralClustering(${n_groups}, affinity="precomputed_nearest_neighbors", n_neighbors=n_neighbors, random_state=${seed})`,
        'groups = model.fit_predict(x)',
      );
    } else return { why: noReference(method) };
  }
  lines.push('print(groups)');
  if (labels) {
    imports.push('from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score');
    lines.push(
      `labels = ${loader.load(labels)}`,
      'print(adjusted_rand_score(labels, groups), adjusted_mutual_info_score(labels, groups))',
    );
  }
  return { imports, helpers: [], lines, notes };
}
