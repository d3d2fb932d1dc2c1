import type { NeighbourGraph } from '../lab/types';
import type { Table } from './tables';

/** A graph in a row a line. */
export function graphTable({ labels, edges, weights, groups, caption }: NeighbourGraph): Table {
  return {
    columns: [
      'stimulus',
      'joined to',
      `distance, ${caption.unit}`,
      ...(groups ? ['group', 'group of it'] : []),
    ],
    rows: edges.map(([a, b], i) => [
      labels[a]!,
      labels[b]!,
      weights[i]!,
      ...(groups ? [groups[a]!, groups[b]!] : []),
    ]),
  };
}

/** Lines as an array `[lines, 3]`: both stimuli by number, and how far apart they are. */
export function graphArray({ edges, weights }: NeighbourGraph): { shape: number[]; values: Float64Array } {
  const values = Float64Array.from(edges.flatMap(([a, b], i) => [a, b, weights[i]!]));
  return { shape: [edges.length, 3], values };
}
