import type { DataTask } from '../../../lab/types';
import { t } from '../../../words/words';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

interface Method {
  is: RegExp;
  imports: string[];
  make: (seed: number) => string;
  /** Whether it takes distances between stimuli in place of their activations. */
  takesDistances?: boolean;
}

const METHODS: Method[] = [
  { is: /^pca/, imports: ['from sklearn.decomposition import PCA'], make: () => 'PCA(2).fit_transform(x)' },
  {
    is: /^classical_mds/,
    imports: ['from sklearn.decomposition import KernelPCA'],
    // Torgerson's scaling is the kernel PCA of the squared distances, halved and turned round.
    make: () => 'KernelPCA(2, kernel="precomputed").fit_transform(-(x**2) / 2)',
    takesDistances: true,
  },
  {
    is: /^metric_mds/,
    imports: ['from sklearn.manifold import MDS'],
    make: (seed) => `MDS(2, dissimilarity="precomputed", random_state=${seed}).fit_transform(x)`,
    takesDistances: true,
  },
  {
    is: /^t_?sne/,
    imports: ['from sklearn.manifold import TSNE'],
    make: (seed) => `TSNE(2, init="pca", random_state=${seed}).fit_transform(x)`,
  },
  {
    is: /^umap/,
    imports: ['from umap import UMAP'],
    make: (seed) => `UMAP(n_components=2, random_state=${seed}).fit_transform(x)`,
  },
  {
    is: /^spectral/,
    imports: ['from sklearn.manifold import SpectralEmbedding'],
    make: (seed) => `SpectralEmbedding(2, random_state=${seed}).fit_transform(x)`,
  },
];

/** Stimuli in the plane by the usual libraries. */
export function mapScript({
  task,
  seed,
  loader,
}: Asked<Extract<DataTask, { kind: 'map' }>>): Steps | { why: string } {
  const method = METHODS.find(({ is }) => is.test(task.method));
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
    helpers: [],
    lines: [`x = ${x}`, `places = ${method.make(seed)}`, 'print(places)'],
    notes: ['A map may be turned or mirrored, and what starts at random comes out otherwise.'],
  };
}
