import type { DataTask } from '../../../lab/types';
import { t } from '../../../words/words';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

interface Method {
  imports: string[];
  helpers?: string[];
  /** An expression for places from `x`. */
  make: (seed: number) => string;
  /** Whether it takes distances between stimuli in place of their activations. */
  takesDistances?: boolean;
  /** Whether the places are those of Inscape but for turning round an axis. */
  isSame?: boolean;
}

// Torgerson's scaling is the kernel PCA of the squared distances, halved and turned round.
const CLASSICAL = `def classical(d):
    """The classical map (Torgerson 1952)."""
    return KernelPCA(2, kernel="precomputed").fit_transform(-(d**2) / 2)`;
const KERNEL_PCA = 'from sklearn.decomposition import KernelPCA';

const scaling = (isMetric: boolean): Method => ({
  imports: [KERNEL_PCA, 'from sklearn.manifold import smacof'],
  helpers: [CLASSICAL],
  make: () =>
    `smacof(x, metric=${isMetric ? 'True' : 'False'}, n_components=2, init=classical(x), n_init=1, max_iter=300, eps=1e-6, normalized_stress=False)[0]`,
  takesDistances: true,
  isSame: isMetric,
});

/** By Inscape's exact names. */
const METHODS: Record<string, Method> = {
  pca: {
    imports: ['from sklearn.decomposition import PCA'],
    make: () => 'PCA(2, svd_solver="full").fit_transform(x)',
    isSame: true,
  },
  classical_mds: {
    imports: [KERNEL_PCA],
    helpers: [CLASSICAL],
    make: () => 'classical(x)',
    takesDistances: true,
    isSame: true,
  },
  metric_mds: scaling(true),
  nonmetric_mds: scaling(false),
  tsne: {
    imports: ['from sklearn.manifold import TSNE'],
    make: (seed) =>
      `TSNE(2, perplexity=max(1, min(30, (len(x) - 1) / 3)), metric="precomputed", init="random", random_state=${seed}).fit_transform(x)`,
    takesDistances: true,
  },
  umap: {
    imports: ['from umap import UMAP'],
    make: (seed) =>
      `UMAP(n_neighbors=min(15, len(x) - 1), metric="precomputed", random_state=${seed}).fit_transform(x)`,
    takesDistances: true,
  },
};

/** Stimuli in the plane by the usual libraries. */
export function mapScript({
  task,
  seed,
  loader,
}: Asked<Extract<DataTask, { kind: 'map' }>>): Steps | { why: string } {
  const method = METHODS[task.method];
  if (!method) return { why: noReference(task.method) };
  const imports = [...method.imports];
  let x = '';
  if (method.takesDistances) {
    imports.push('from scipy.spatial.distance import squareform');
    x = `squareform(${loader.rdm(task.array, 'euclidean')})`;
  } else if (loader.kindOf(task.array) === 'rdm') return { why: noReference(t`${task.method} of an RDM`) };
  else x = loader.units(task.array);
  return {
    imports,
    helpers: [...(method.helpers ?? [])],
    lines: [
      `x = ${x}`,
      `places = ${method.make(seed)}`,
      'for first, second in places:',
      '    print(f"{first:.9f} {second:.9f}")',
    ],
    notes: [
      method.isSame
        ? 'Either axis may point the other way.'
        : 'Another start and other draws than in Inscape: groups agree, places do not.',
    ],
  };
}
