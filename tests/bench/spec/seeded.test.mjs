import { expect, test } from 'vitest';
import { permute } from './array.js';
import { fingerprint } from './fingerprint.js';
import { mlpParameters, stackedParameters, TINY } from './mlp.js';
import { fill, ints } from './seeded.js';

test('seeded numbers are those of the recurrence', () => {
  // s = 1664525 · 1 + 1013904223 = 1015568748, and s >> 8 = 3967065.
  expect(fill(1, 1)[0]).toBe(Math.fround(3967065 / 2 ** 24 - 0.5));
  expect(ints(1, 1, 20000)[0]).toBe(3967065 % 20000);
});

test('a scale multiplies, and no number leaves its half', () => {
  const values = fill(1000, 7, 2);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(-1);
});

test('the fingerprint tells values that changed places', () => {
  expect(fingerprint([1])).toBe(1);
  expect(fingerprint([1, 2])).not.toBeCloseTo(fingerprint([2, 1]));
});

test('permuting the axes moves each value to its new place', () => {
  const turned = permute({ shape: [2, 3], data: Float32Array.of(0, 1, 2, 3, 4, 5) }, [1, 0]);
  expect(turned.shape).toEqual([3, 2]);
  expect([...turned.data]).toEqual([0, 3, 1, 4, 2, 5]);
});

test('network s of the stack is the network with its own seeds, and the first is the one that is trained alone', () => {
  const stacked = stackedParameters(TINY, 3);
  const [weight] = mlpParameters(TINY, 2000);
  expect(stacked.map(({ shape }) => shape).slice(0, 2)).toEqual([
    [3, 12, 10],
    [3, 1, 10],
  ]);
  expect(stacked[0].data.slice(2 * 120)).toEqual(weight.data);
  expect(stacked[0].data.slice(0, 120)).toEqual(fill(120, 10, 2 / Math.sqrt(12)));
});
