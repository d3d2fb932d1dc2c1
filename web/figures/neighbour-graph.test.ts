// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { NeighbourGraph } from '../lab/types';
import { neighbourGraph } from './neighbour-graph';
import { arrayOf, tableOf } from './tables';

const data: NeighbourGraph = {
  caption: { id: 'neighbours', finding: '', about: '', unit: 'euclidean', n: 3, alt: 'a chain of three' },
  title: 'Neighbours',
  labels: ['cat', 'dog', 'car'],
  x: [0, 1, 4],
  y: [0, 0, 0],
  edges: [
    [0, 1],
    [1, 2],
  ],
  weights: [1, 3],
  groups: ['animal', 'animal', 'thing'],
};

it('a graph has a line an edge, nearer ones thicker, and a point says what it is joined to', () => {
  const onRead = vi.fn();
  const element = neighbourGraph(data, { width: 400, height: 300, onRead });
  const paths = [...element.querySelectorAll('.edges path')];
  expect(paths.map((path) => path.getAttribute('d')?.match(/M/g)?.length ?? 0)).toEqual([1, 0, 1, 0]);
  const widths = paths.map((path) => Number(path.getAttribute('stroke-width')));
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
  for (const key of ['Home', 'PageDown'])
    element.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  expect(onRead).toHaveBeenLastCalledWith({ point: 1, words: 'dog, animal: joined to cat 1.00, car 3.00' });
});

it('a graph is a table of its lines, and an array of their ends', () => {
  expect(tableOf({ kind: 'neighbour_graph', ...data }).rows.at(1)).toEqual([
    'dog',
    'car',
    3,
    'animal',
    'thing',
  ]);
  expect(arrayOf({ kind: 'neighbour_graph', ...data })).toEqual({
    shape: [2, 3],
    values: Float64Array.of(0, 1, 1, 1, 2, 3),
  });
});
