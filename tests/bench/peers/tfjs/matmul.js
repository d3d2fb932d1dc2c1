import * as tf from '@tensorflow/tfjs-core';
import { fill } from '../../spec/seeded.js';
import { timeForward } from '../../spec/timing.js';

/** Reading four values waits for the product. */
export function matmul(n) {
  const square = (seed) => tf.tensor2d(fill(n * n, seed), [n, n]);
  const [a, b] = [square(1), square(2)];
  return timeForward(async (isRead) => {
    const c = tf.matMul(a, b);
    const wanted = isRead ? c : tf.slice(c, [0, 0], [1, 4]);
    const values = await wanted.data();
    c.dispose();
    wanted.dispose();
    return values;
  });
}
