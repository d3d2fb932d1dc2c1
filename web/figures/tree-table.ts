import type { Tree } from '../lab/types';
import type { Table } from './tables';
import { groupsAfter } from './tree-shape';

/** A tree in a line a stimulus: its place among the leaves and its group, from the top of the drawing down. */
export function treeTable(data: Tree): Table {
  const groups = groupsAfter(data, data.order.length - data.n_groups);
  return {
    columns: ['stimulus', 'place among the leaves', 'group', ...(data.classes ? ['class'] : [])],
    rows: data.order.map((stimulus, place) => [
      data.labels[stimulus]!,
      place + 1,
      groups[stimulus]! + 1,
      ...(data.classes ? [data.classes[stimulus]!] : []),
    ]),
  };
}

/** The merges as SciPy's linkage matrix: both groups, height, stimuli in the union. */
export function treeArray({ merges, heights, order }: Tree): { shape: number[]; values: Float64Array } {
  const n = order.length;
  const sizes = new Float64Array(2 * n - 1).fill(1, 0, n);
  const values = new Float64Array(4 * merges.length);
  merges.forEach(([a, b], k) => {
    sizes[n + k] = sizes[a]! + sizes[b]!;
    values.set([a, b, heights[k]!, sizes[n + k]!], 4 * k);
  });
  return { shape: [merges.length, 4], values };
}
