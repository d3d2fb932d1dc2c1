import { expect, test } from 'vitest';
import type { Lines, Plane } from '../lab/types';
import { readPlace } from './lines';
import { reachOf } from './plane';
import { arrayOf, tableOf } from './tables';

const caption = { id: 'a', finding: 'f', about: 'b', unit: '', n: 2, alt: 'two lines' };
const data: Lines = {
  caption,
  title: 'losses',
  x_name: 'training step',
  y_name: 'loss',
  x: [0, 10, 20],
  lines: [
    {
      name: 'one',
      values: [3, 2, 1],
      band: [
        [2, 4],
        [1, 3],
        [0, 2],
      ],
    },
    { name: 'two', values: [3, null, 2], band: [] },
  ],
};
const paths: Plane = {
  caption,
  title: 'ways',
  x_name: 'first',
  y_name: 'second',
  paths: [{ group: 'tanh', x: [0, 1], y: [0, -2] }],
  arrows: [[1, 1, 0.1, 0.2]],
};

test('a place reads the lines that have a value there', () => {
  expect(readPlace(data, ['one', 'two'], 1)).toBe('training step 10\none 2.00');
});

test('lines are tabled by place, with bands beside their values', () => {
  expect(tableOf({ kind: 'lines', ...data }).columns).toEqual([
    'training step',
    'one',
    'one low',
    'one high',
    'two',
  ]);
  expect(tableOf({ kind: 'lines', ...data }).rows.at(1)).toEqual([10, 2, 1, 3, '']);
  expect(arrayOf({ kind: 'lines', ...data }).shape).toEqual([2, 3]);
});

test('a plane reaches a little beyond what is in it, and its paths are tabled point by point', () => {
  expect(reachOf(paths)).toBeCloseTo(2.16);
  expect(tableOf({ kind: 'plane', ...paths }).rows.at(1)).toEqual([1, 'tanh', 1, 1, -2]);
  expect(arrayOf({ kind: 'plane', ...paths }).values).toEqual(Float64Array.from([0, 0, 0, 0, 1, -2]));
});
