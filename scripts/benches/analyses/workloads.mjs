/** The analyses: what each is on the page, who else computes it, and which numbers everyone must come to. */

const layer = (number) => `layer${String(number).padStart(2, '0')}`;
const N_LAYERS = 12;
export const layers = Array.from({ length: 2 * N_LAYERS }, (_, number) => layer(number));

/** Every array that a workload reads. */
export const arrays = [...layers, 'units', 'targets', 'model', 'measured'];

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const rsa = (name, comparison) => ({
  name,
  title: `RDMs of 92 stimuli × 1,000 units, ${comparison}, 1,000 resamples`,
  peer: 'rsatoolbox',
  task: {
    kind: 'reference',
    arrays: ['model'],
    reference: 'measured',
    distance: 'correlation',
    comparison,
    n_bootstrap: 1000,
    n_permutations: 0,
  },
  values: ([figure]) => [figure.values[0], ...figure.intervals[0]],
  // The estimate is the same number; the ends of an interval depend on the draws and on how they are made of them.
  tolerances: [1e-9, 0.05, 0.05],
});

export const workloads = [
  rsa('rsa-pearson', 'rdm_pearson'),
  rsa('rsa-spearman', 'rdm_spearman'),
  rsa('rsa-cosine', 'rdm_cosine'),
  {
    name: 'cka',
    title: 'debiased linear CKA, 12 × 12 layers of 1,000 × 768',
    peer: 'numpy',
    // All 24 with each other: the page knows no halves, and so it and the native run compute more than the peer.
    task: { kind: 'compare', arrays: layers, measure: 'cka_linear_debiased', distance: 'correlation' },
    values: ([{ values }]) => [
      mean(values.filter((_, at) => at / layers.length < N_LAYERS && at % layers.length >= N_LAYERS)),
    ],
    tolerances: [1e-9],
  },
  {
    name: 'ridge',
    title: 'ridge encoding, 1,000 × 768 → 2,000 targets, 10 alphas, 5 folds nested',
    peer: 'himalaya',
    task: { kind: 'encode', array: 'units', targets: 'targets', n_folds: 5 },
    values: ([{ rows }]) => [mean(rows.map((row) => row[1]))],
    // Mean R²; the peer's folds are stretches, ours shuffled.
    tolerances: [0.01],
  },
];
