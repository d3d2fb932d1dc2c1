/** What is asked of noisy conditions, graphs, mixtures and several arrays: further cases of cases.mjs. */

import { writeNpy } from '../../web/figures/npy.ts';
import { writeMat } from '../../web/inputs/mat/fake-mat.ts';
import { layer, N, saidP } from './cases.mjs';

/** Six conditions, each once in each of five runs. */
const conditions = Int32Array.from({ length: N }, (_, i) => i % 6);
/** Recordings whose units have something in common that is no signal. */
const noisy = layer(11, 5, 0.2).map(
  (value, k) => value + 0.8 * (conditions[Math.floor(k / 5)] % 3) * Math.sin(k % 5),
);
/** A ring with chords; the weights say how strong an edge is. */
const weights = new Float64Array(N * N);
for (let i = 0; i < N; i++)
  for (const [step, weight] of [
    [1, 1],
    [7, 0.5],
  ])
    weights[i * N + ((i + step) % N)] = weights[((i + step) % N) * N + i] = weight;
/** The same kind of ring as a list, with an edge told twice, and one to itself. */
const ring = Array.from({ length: N }, (_, i) => [i, (i + 1) % N]);
const edges = Int32Array.from([...ring, [1, 0], [3, 3]].flat());
/** Column after column, as MATLAB keeps them. */
const columns = (values, width) =>
  Array.from({ length: values.length }, (_, k) => values[(k % N) * width + Math.floor(k / N)]);

/** Vectors of words, and what people might have said of pairs of them, one of which has no vector. */
const words = 'apple bread chair dream eagle flint grape house'.split(' ');
const vectors = words.map((word, i) =>
  [word, ...[1, 2, 3].map((k) => Math.sin(i * k + k).toFixed(6))].join(','),
);
const judged = words.flatMap((a, i) =>
  words.slice(i + 1, i + 4).map((b, k) => [a, b, (5 + 3 * Math.cos(2 * i + k)).toFixed(2)].join(',')),
);

export const MORE_FILES = {
  'vectors.csv': new TextEncoder().encode(['word,a,b,c', ...vectors].join('\n')),
  'judged.csv': new TextEncoder().encode(['first,second,rating', ...judged, 'apple,quartz,3.1'].join('\n')),
  'conditions.npy': writeNpy([N], conditions),
  'noisy.npy': writeNpy([N, 5], noisy),
  'weights.npy': writeNpy([N, N], weights),
  'edges.npy': writeNpy([N + 2, 2], edges),
  'again.npy': writeNpy(
    [N, 4, 2],
    layer(5, 8, 0.5).map((value, k) => value + 0.6 * Math.sin(1.7 * k)),
  ),
  'lab.mat': writeMat([
    { name: 'units', shape: [N, 5], values: columns(noisy, 5) },
    { name: 'kind', shape: [N, 1], values: [...conditions] },
  ]),
};

const rdm = (more) => ({
  task: {
    kind: 'rdm',
    array: 'noisy',
    labels: 'conditions',
    groups: 'runs',
    distance: 'crossnobis',
    noise: 'towards_variances',
    transform: null,
    has_topology: false,
    ...more,
  },
  shown: ([matrix, components, loops]) => [
    ...matrix.values,
    ...(components ? [...components.values, ...loops.values] : []),
  ],
});

const alone = { array: 'a', labels: null, groups: null, distance: 'euclidean' };

const regression = {
  task: {
    kind: 'regression',
    arrays: ['a', 'rectified', 'classes'],
    reference: 'people',
    distance: 'correlation',
    n_permutations: 39,
  },
  shown: ([{ rows, caption }]) => [
    { rounded: Number(/R² = (-?[\d.]+\d) of/.exec(caption.finding)[1]) },
    rows.at(-1)[1],
    ...rows.slice(0, -1).flatMap(([, ...numbers]) => numbers),
  ],
};

const energy = (graph) => ({
  task: { kind: 'energy', arrays: ['a', 'deep'], graph },
  shown: ([{ rows }]) => rows.flatMap(([, ...numbers]) => numbers),
});

/** Targets without their penalty, then what the further figures hold. */
const encode = (more) => ({
  task: { kind: 'encode', array: 'b', targets: 'deep', n_folds: 4, ...more },
  shown: ([{ rows, caption }, ...others]) => [
    ...rows.flatMap(([, r2, r, , ...further]) => [r2, r, ...further]),
    { rounded: Number(/median R² is (-?[\d.]+\d)/.exec(caption.finding)[1]) },
    ...others.flatMap((figure) =>
      figure.kind === 'table' ? figure.rows.flatMap(([, ...numbers]) => numbers) : [figure.values[0]],
    ),
  ],
});

const decode = (more) => ({
  task: {
    kind: 'decode',
    array: 'a',
    labels: 'classes',
    groups: null,
    decoder: 'probe_nearest_centroid',
    n_folds: 4,
    n_permutations: 0,
    ...more,
  },
  shown: ([accuracy, confusion, ...others]) => [
    ...accuracy.values.slice(0, 2),
    ...confusion.values,
    ...others.flatMap((figure) => (figure.kind === 'curve' ? bits(figure) : figure.values.slice(1))),
  ],
});

/** The bits a stimulus of each block, and those of all. */
function bits({ values, labels, caption }) {
  const starts = [...labels.map(Number), caption.n];
  return [...values, values.reduce((sum, value, i) => sum + value * (starts[i + 1] - starts[i]), 0)];
}

export const MORE = [
  ['crossnobis', rdm({})],
  ['crossnobis without noise', rdm({ noise: 'ignored' })],
  ...['full', 'variances', 'towards_identity', 'towards_variances', 'ignored'].map((noise) => [
    `Mahalanobis, noise ${noise}`,
    rdm({ distance: 'squared_mahalanobis_per_unit', groups: null, noise }),
  ]),
  ['means of conditions', rdm({ distance: 'correlation', groups: null })],
  ['ranks', rdm({ ...alone, transform: { name: 'rank_transform' } })],
  [
    'geo-topology with components and loops',
    rdm({
      ...alone,
      transform: { name: 'geo_topological_transform', lower: 0.1, upper: 0.8 },
      has_topology: true,
    }),
  ],
  ['ways along neighbours', rdm({ ...alone, transform: { name: 'geodesic_distance', n_neighbours: 5 } })],
  ['components and loops', rdm({ ...alone, array: 'deep', has_topology: true })],
  ['a mixture of models', regression],
  ['energy on weights', energy('weights')],
  ['energy on a list of edges', energy('edges')],
  ['control tasks', decode({ control: 'conditions' })],
  [
    'control tasks by runs, without a class',
    decode({
      control: 'conditions',
      groups: 'runs',
      prepare: { is_detrended: false, is_standardised: true, left_out: [5], is_averaged: false },
    }),
  ],
  ['codelength', decode({ is_coded: true })],
  ['one penalty for all targets', encode({ is_alpha_shared: true })],
  ['two arrays', encode({ more: ['a'] })],
  ['three arrays with one penalty for all', encode({ more: ['a', 'x'], is_alpha_shared: true })],
  ['repeats and pairs', encode({ repeats: ['again'], has_pairs: true })],
  [
    'ratings of pairs',
    {
      task: {
        kind: 'pairs',
        array: 'vectors',
        ratings: 'judged',
        first: 'judged/first',
        second: 'judged/second',
      },
      shown: ([{ values, intervals }]) => [values[0], ...intervals[0]],
    },
  ],
  [
    'MATLAB’s file',
    {
      task: {
        kind: 'decode',
        array: 'lab/units',
        labels: 'lab/kind',
        groups: null,
        decoder: 'probe_correlation',
        n_folds: 4,
        n_permutations: 19,
      },
      shown: ([accuracy, confusion]) => [
        ...accuracy.values.slice(0, 2),
        ...confusion.values,
        ...saidP(accuracy.caption.finding),
      ],
    },
  ],
];
