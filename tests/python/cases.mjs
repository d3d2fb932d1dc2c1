/** Arrays of the visitor's, and what is asked of them: each case with the numbers of its figures that the script prints. */
import { writeNpy } from '../../web/figures/npy.ts';

export const N = 30;
const MASK = 2n ** 64n - 1n;

/** Uniform numbers from -1 to 1. */
function* numbers(seed) {
  for (let state = BigInt(seed); ; ) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & MASK;
    yield Number(state >> 33n) / 2 ** 30 - 1;
  }
}

const classes = Int32Array.from({ length: N }, (_, i) => [7, 3, 5][(i * i + (i >> 2)) % 3]);
const runs = Int32Array.from({ length: N }, (_, i) => i % 5);

/** Activations that tell the classes apart, more or less, and share some of what is besides. */
export function layer(seed, n_units, apart, isRectified = false) {
  const [shared, own] = [numbers(1), numbers(seed)];
  const of = (i, u) =>
    apart * Math.sin(classes[i] * (u + 1)) + shared.next().value + own.next().value + (isRectified ? 1 : 0);
  const values = Float64Array.from({ length: N * n_units }, (_, k) =>
    of(Math.floor(k / n_units), k % n_units),
  );
  return isRectified ? values.map((value) => Math.max(0, value)) : values;
}

/** RDMs of some subjects. */
function subjects(n_subjects) {
  const values = new Float64Array(n_subjects * N * N);
  const noise = numbers(9);
  for (let s = 0; s < n_subjects; s++) {
    for (let i = 0; i < N; i++) {
      for (let j = 0; j < i; j++) {
        const value = (classes[i] === classes[j] ? 1 : 2) + 0.5 * noise.next().value;
        values[(s * N + i) * N + j] = values[(s * N + j) * N + i] = value;
      }
    }
  }
  return values;
}

const words = Array.from(classes, (one, i) => `${'abcdefgh'[one]}s,${0.5 + (i % 4)}, ${(i * 7) % 11}`);

/** Tensors of 32-bit floats as the page saves activations. */
function safetensors(tensors) {
  const header = {};
  let end = 0;
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    const start = end;
    end += 4 * values.length;
    header[name] = { dtype: 'F32', shape, data_offsets: [start, end] };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  Object.entries(tensors).forEach(([name, { values }]) => {
    const start = 8 + text.length + header[name].data_offsets[0];
    bytes.set(new Uint8Array(Float32Array.from(values).buffer), start);
  });
  return bytes;
}

export const FILES = {
  'a.npy': writeNpy([N, 6], layer(2, 6, 0.4)),
  'b.npy': writeNpy([N, 9], layer(3, 9, 0.3)),
  'rectified.npy': writeNpy([N, 12], layer(4, 12, 0.6, true)),
  'deep.npy': writeNpy([N, 4, 2], layer(5, 8, 0.5)),
  'x.npy': writeNpy([N, 1], layer(6, 1, 0)),
  'y.npy': writeNpy([N, 2], layer(6, 2, 0.2)),
  'people.npy': writeNpy([4, N, N], subjects(4)),
  'one.npy': writeNpy([N, N], subjects(1)),
  'classes.npy': writeNpy([N], classes),
  'runs.npy': writeNpy([N], runs),
  'net.safetensors': safetensors({
    conv1: { shape: [N, 7], values: layer(7, 7, 0.5) },
    'blocks.0.hook_resid_post': { shape: [N, 5], values: layer(8, 5, 0.5) },
  }),
  'sheet.csv': new TextEncoder().encode(['kind,height,width', ...words].join('\n')),
};

/** Found by steps that end when they are small. */
const ITERATIVE = ['sparse_predictivity_tenth_5_fold'];

const compare = (measure, distance = 'correlation') => ({
  isIterative: ITERATIVE.includes(measure),
  task: { kind: 'compare', arrays: ['a', 'b', 'deep'], measure, distance },
  shown: ([matrix]) => matrix.values,
});

const decode = (decoder, more = {}) => ({
  task: {
    kind: 'decode',
    array: 'a',
    labels: 'classes',
    groups: null,
    decoder,
    n_folds: 4,
    n_permutations: 0,
    ...more,
  },
  shown: ([accuracy, confusion]) => [
    ...accuracy.values.slice(0, 2),
    ...confusion.values,
    ...saidP(accuracy.caption.finding),
  ],
});

/** The p-value in a figure's words, which has three digits. */
export const saidP = (words) =>
  [...words.matchAll(/p = ([\d.]+\d)/g)].map(([, p]) => ({ rounded: Number(p) }));

const reference = (measured, comparison, more = {}) => ({
  task: {
    kind: 'reference',
    arrays: ['a', 'b'],
    reference: measured,
    distance: 'correlation',
    comparison,
    n_bootstrap: 0,
    n_permutations: 99,
    ...more,
  },
  shown: ([fit]) => [
    ...fit.values,
    ...(fit.band ? [fit.band.low, fit.band.high] : []),
    ...fit.notes.flatMap(saidP),
  ],
});

const map = (method, array = 'b') => ({
  isIterative: method === 'metric_mds',
  task: { kind: 'map', array, method, labels: null },
  shown: ([figure]) => figure.x.flatMap((x, i) => [x, figure.y[i]]),
  isMap: true,
});

const information = (estimator) => ({
  task: { kind: 'information', x: 'x', y: 'y', estimator },
  shown: ([figure]) => [...figure.values, ...saidP(figure.notes[0])],
});

/** Numbers by name, in the order of the script, which leaves some of the table out. */
const summaries = (labels) => ({
  task: { kind: 'summaries', arrays: ['a', 'rectified'], labels },
  named: ([{ rows }]) =>
    Object.fromEntries(
      rows.flatMap(([name, a, rectified]) => [
        [`a: ${name}`, a],
        [`rectified: ${name}`, rectified],
      ]),
    ),
});

/** Names of measures by the engine, to a case each; then one a task. */
export function cases({ measures, estimators }) {
  const likenesses = measures.map(({ name }) => [name, compare(name)]);
  const informing = estimators.map(({ name }) => [`information ${name}`, information(name)]);
  return Object.fromEntries([
    ...likenesses,
    ['squared distances', compare('rdm_pearson', 'squared_euclidean_per_unit')],
    ['distances', compare('rdm_cosine', 'euclidean')],
    ['cosines', compare('rdm_spearman', 'cosine')],
    ...informing,
    ['numbers for each', summaries(null)],
    ['numbers with classes', summaries('classes')],
    ['numbers with classes in words', summaries('sheet/kind')],
    ['logistic', decode('probe_logistic')],
    ['ridge', decode('probe_ridge', { n_permutations: 5 })],
    ['centroids by runs', decode('probe_nearest_centroid', { groups: 'runs', n_permutations: 19 })],
    ['correlations', decode('probe_correlation', { labels: 'sheet/kind' })],
    [
      'correlations of recordings made ready',
      decode('probe_correlation', {
        groups: 'runs',
        prepare: { is_detrended: true, is_standardised: true, left_out: [5], is_averaged: true },
      }),
    ],
    [
      'encoding',
      {
        task: { kind: 'encode', array: 'b', targets: 'deep', n_folds: 5 },
        shown: ([{ rows, caption }]) => [
          ...rows.flatMap(([, r2, r]) => [r2, r]),
          { rounded: Number(/median R² is (-?[\d.]+\d)/.exec(caption.finding)[1]) },
        ],
      },
    ],
    ['subjects', reference('people', 'rdm_spearman')],
    ['subjects by tau-a', reference('people', 'rdm_kendall_tau_a', { n_permutations: 0 })],
    ['one RDM', reference('one', 'rdm_pearson')],
    ['principal components', map('pca')],
    ['classical map', map('classical_mds')],
    ['classical map of an RDM', map('classical_mds', 'one')],
    ['metric map', map('metric_mds')],
  ]);
}

const SITES = ['conv1', 'resid_post.0'];
const ARRAYS = ['net/conv1', 'net/blocks.0.hook_resid_post'];
const bench = (id, task, shown) => ({ figure: id, task, shown });

/** The bench's figures of two sites, whose numbers are those of the same analyses of the saved arrays. */
export const BENCH = Object.entries({
  similarity: bench(
    'similarity',
    { kind: 'compare', arrays: ARRAYS, measure: 'cka_linear_debiased', distance: 'correlation' },
    ([matrix]) => matrix.values,
  ),
  map: bench('map', { kind: 'map', array: ARRAYS[1], method: 'pca', labels: null }, ([figure]) =>
    figure.x.flatMap((x, i) => [x, figure.y[i]]),
  ),
  dimension: bench('dimension', { kind: 'summaries', arrays: ARRAYS, labels: null }, ([{ rows }]) =>
    rows.find(([name]) => name === 'participation_ratio').slice(1),
  ),
});

/** What the bench's scripts need to know of a run. */
export const REPORT = {
  recipe: {
    model: { id: 'net', revision: '', sha256: '' },
    sites: SITES,
    focus: 'resid_post.0',
    similarity: 'cka_linear_debiased',
    distance: 'correlation',
  },
  run: { n_stimuli: N },
};
export const FACTS = [
  { name: 'conv1', short: 'conv1' },
  { name: 'blocks.0.hook_resid_post', short: 'resid_post.0' },
];
