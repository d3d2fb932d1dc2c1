import type { DataTask, Noise, Transform } from '../../../lab/types';
import { noReference } from './rsatoolbox';
import type { Asked, Steps } from './script';

type RdmTask = Extract<DataTask, { kind: 'rdm' }>;

/** Distances that know of noise, as rsatoolbox calls them. */
const NOISY: Record<string, string> = {
  crossnobis: 'crossnobis',
  squared_mahalanobis_per_unit: 'mahalanobis',
};

/** Estimates of the noise's covariance, as rsatoolbox calls them. */
const ESTIMATES: Record<Exclude<Noise, 'ignored'>, string> = {
  full: 'full',
  variances: 'diag',
  towards_identity: 'shrinkage_eye',
  towards_variances: 'shrinkage_diag',
};

/** The RDM of an array by rsatoolbox or SciPy, what is done to it, and how its components and loops come and go. */
export function rdmScript({ task, loader }: Omit<Asked<RdmTask>, 'seed'>): Steps | { why: string } {
  const made = NOISY[task.distance] ? noisy(task, loader) : plain(task, loader);
  if ('why' in made) return made;
  const changed = task.transform ? transformed(task.transform) : { imports: [], lines: [] };
  const counted = task.has_topology ? TOPOLOGY : { imports: [], lines: [] };
  return {
    imports: [
      'from scipy.spatial.distance import squareform',
      ...made.imports,
      ...changed.imports,
      ...counted.imports,
    ],
    helpers: [],
    lines: [
      ...made.lines,
      ...changed.lines,
      'for row in squareform(distances, checks=False):',
      '    print(*(f"{value:.9f}" for value in row))',
      ...counted.lines,
    ],
  };
}

type Part = Pick<Steps, 'imports' | 'lines'>;

/** Distances between noisy conditions, whose rows are put in the order of the conditions. */
function noisy({ array, labels, groups, distance, noise }: RdmTask, loader: Asked['loader']): Part {
  const about = [
    '"condition": conditions.tolist()',
    ...(groups ? [`"run": ${loader.load(groups)}[order].tolist()`] : []),
  ];
  const options = [
    `method="${NOISY[distance]}"`,
    'descriptor="condition"',
    ...(distance === 'crossnobis' ? ['cv_descriptor="run"'] : []),
    ...(noise === 'ignored' ? [] : ['noise=np.linalg.inv(covariance)']),
  ];
  const estimated =
    noise === 'ignored'
      ? []
      : [
          'rest = x - np.array([x[conditions == one].mean(0) for one in conditions])',
          'freedom = len(x) - len(np.unique(conditions))',
          `covariance = cov_from_residuals(rest, method="${ESTIMATES[noise]}", dof=freedom)`,
        ];
  return {
    imports: [
      'from rsatoolbox.data import Dataset',
      'from rsatoolbox.rdm import calc_rdm',
      ...(noise === 'ignored' ? [] : ['from rsatoolbox.data.noise import cov_from_residuals']),
    ],
    lines: [
      `conditions = ${loader.load(labels ?? '')}`,
      'order = np.argsort(conditions, kind="stable")',
      `x, conditions = ${loader.units(array)}[order], conditions[order]`,
      ...estimated,
      `data = Dataset(x, obs_descriptors={${about.join(', ')}})`,
      `distances = calc_rdm(data, ${options.join(', ')}).dissimilarities[0]`,
    ],
  };
}

/** Distances between stimuli, or between the means of conditions. */
function plain({ array, labels, distance }: RdmTask, loader: Asked['loader']): Part | { why: string } {
  const rdm = loader.rdm(array, distance);
  if (!rdm) return { why: noReference(distance) };
  if (!labels) return { imports: [], lines: [`distances = ${rdm}`] };
  return {
    imports: [],
    lines: [
      `x, conditions = ${loader.units(array)}, ${loader.load(labels)}`,
      'distances = rdm(np.array([x[conditions == one].mean(0) for one in np.unique(conditions)]))',
    ],
  };
}

function transformed(transform: Transform): Part {
  switch (transform.name) {
    case 'rank_transform':
      return { imports: ['from scipy.stats import rankdata'], lines: ['distances = rankdata(distances)'] };
    case 'geo_topological_transform':
      return {
        imports: [],
        lines: [
          `low, high = np.quantile(distances, [${transform.lower}, ${transform.upper}])`,
          'distances = np.clip((distances - low) / (high - low), 0, 1)',
        ],
      };
    case 'geodesic_distance':
      return {
        imports: [
          'from scipy.sparse.csgraph import shortest_path',
          'from sklearn.neighbors import kneighbors_graph',
        ],
        lines: [
          'square = squareform(distances)',
          `near = kneighbors_graph(square, ${transform.n_neighbours}, mode="distance", metric="precomputed")`,
          'ways = shortest_path(near.maximum(near.T), directed=False)',
          'distances = squareform(ways, checks=False)',
        ],
      };
  }
}

/** Components and loops at 41 thresholds, to a twentieth beyond the last that changes anything. */
const TOPOLOGY: Part = {
  imports: ['from ripser import ripser'],
  lines: [
    '',
    'joined, closed = ripser(squareform(distances), distance_matrix=True, maxdim=1)["dgms"]',
    'ends = np.concatenate([joined[:, 1], closed[:, 1]])',
    'last = ends[np.isfinite(ends)].max(initial=0)',
    'thresholds = np.linspace(0, 1.05 * last if last > 0 else 1, 41)',
    'for name, bars in {"components": joined, "loops": closed}.items():',
    '    counts = [((bars[:, 0] <= t) & (t < bars[:, 1])).sum() for t in thresholds]',
    '    print(name, *(f"{count:.1f}" for count in counts))',
  ],
};
