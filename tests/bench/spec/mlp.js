/** Multi-layer perceptrons: a list weight, bias, weight, bias, …; weights are [in, out]. */
import { constant, weight } from './array.js';
import { fill, ints } from './seeded.js';

/** ReLU between layers, 128 rows, Adam. */
export const MLP = { sizes: [784, 256, 256, 10], rows: 128 };

/** tanh between layers, 4096 rows, SGD. */
export const TINY = { sizes: [12, 10, 7, 5, 4, 3, 2], rows: 4096, rate: 0.1 };

/** How many networks `tiny-mlp-50-train` trains at once. */
export const N_NETWORKS = 50;

/** Weight k has the seed `seed + 10 + k`, and biases are 0. */
export function mlpParameters({ sizes }, seed = 0) {
  return sizes
    .slice(1)
    .flatMap((width, k) => [weight([sizes[k], width], sizes[k], seed + 10 + k), constant([width], 0)]);
}

/**
 * The parameters of network s = 0, 1, … stacked: weights [n, in, out] and biases [n, 1, out], which meet rows [n, rows, …].
 * Weight k of network s has the seed 1000·s + 10 + k.
 */
export function stackedParameters(network, n) {
  const networks = Array.from({ length: n }, (_, s) => mlpParameters(network, 1000 * s));
  return networks[0].map(({ shape, data }, at) => {
    const stacked = new Float32Array(n * data.length);
    for (const [s, parameters] of networks.entries()) stacked.set(parameters[at].data, s * data.length);
    const [rows, columns] = shape.length === 2 ? shape : [1, ...shape];
    return { shape: [n, rows, columns], data: stacked };
  });
}

/** `{ x: [rows, in], labels }`. */
export function mlpBatch({ sizes, rows }) {
  return {
    x: { shape: [rows, sizes[0]], data: fill(rows * sizes[0], 1, 2) },
    labels: ints(rows, 2, sizes.at(-1)),
    classes: sizes.at(-1),
  };
}
