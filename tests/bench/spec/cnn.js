/**
 * A small convolutional network: 3 × 3 convolutions 1 → 16 → 32 (same padding), each with ReLU and 2 × 2 max-pooling,
 * then a dense layer 1568 → 10 whose rows are in C, H, W order. Filters are OIHW.
 */
import { constant, weight } from './array.js';
import { fill, ints } from './seeded.js';

export const CNN = { batch: 64, side: 28, channels: [1, 16, 32], classes: 10 };

export function cnnParameters() {
  return [
    weight([16, 1, 3, 3], 9, 10),
    constant([16], 0),
    weight([32, 16, 3, 3], 144, 11),
    constant([32], 0),
    weight([1568, 10], 1568, 12),
    constant([10], 0),
  ];
}

/** Images are [batch, 1, 28, 28]; with one channel that is also [batch, 28, 28, 1]. */
export function cnnBatch() {
  const { batch, side, classes } = CNN;
  return { images: fill(batch * side * side, 1, 2), labels: ints(batch, 2, classes), classes };
}
