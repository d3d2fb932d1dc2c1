// Lines and paths as tables and as arrays.

import type { Lines, Plane } from '../lab/types';
import type { WholeTable } from './tables';

/** A row a place: each line's value, and the ends of its band where it has one. */
export function linesTable({ x_name, x, lines }: Lines): WholeTable {
  const columns = lines.flatMap(({ name, band }) =>
    band.length > 0 ? [name, `${name} low`, `${name} high`] : [name],
  );
  const rows = x.map((at, i) => [
    at,
    ...lines.flatMap(({ values, band }) =>
      band.length > 0 ? [values[i] ?? '', ...(band[i] ?? ['', ''])] : [values[i] ?? ''],
    ),
  ]);
  return { columns: [x_name, ...columns], rows };
}

/** Values `[lines, places]`, where there is none NaN. */
export function linesArray({ x, lines }: Lines) {
  return {
    shape: [lines.length, x.length],
    values: Float64Array.from(lines.flatMap(({ values }) => values.map((value) => value ?? Number.NaN))),
  };
}

/** A row a point of a path, in order. */
export function planeTable({ x_name, y_name, paths }: Plane): WholeTable {
  return {
    columns: ['path', 'group', 'point', x_name, y_name],
    rows: paths.flatMap(({ group, x, y }, path) => x.map((at, i) => [path + 1, group, i, at, y[i]!])),
  };
}

/** All points of all paths, `[points, 3]`: which path, and where. */
export function planeArray({ paths }: Plane) {
  const rows = paths.flatMap(({ x, y }, path) => x.map((at, i) => [path, at, y[i]!]));
  return { shape: [rows.length, 3], values: Float64Array.from(rows.flat()) };
}
