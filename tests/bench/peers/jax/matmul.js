import { blockUntilReady, jit, numpy as np } from '@jax-js/jax';
import { fill } from '../../spec/seeded.js';
import { timeForward } from '../../spec/timing.js';
import { tensor } from './device.js';

export function matmul(n) {
  const square = (seed) => tensor({ shape: [n, n], data: fill(n * n, seed) });
  const [a, b] = [square(1), square(2)];
  const product = jit((x, y) => np.matmul(x, y));
  return timeForward(async (isRead) => {
    const c = product(a.ref, b.ref);
    if (isRead) return c.data();
    await blockUntilReady(c);
    c.dispose();
  });
}
