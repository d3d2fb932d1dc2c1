import { expect, it } from 'vitest';
import { throttled } from './live-figures';
import type { Figure } from './types';

it('hands on a picture at most four times a second', () => {
  let now = 0;
  const told: number[] = [];
  const show = throttled(
    () => told.push(now),
    () => now,
  );
  for (now = 0; now <= 1000; now += 50) show([] as Figure[]);
  expect(told).toEqual([0, 250, 500, 750, 1000]);
});
