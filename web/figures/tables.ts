// Every figure as a table: what the table view shows and what a CSV file holds.

import type { Figure } from '../lab/types';
import type { ValuedScatter } from './flat-map';
import { graphArray, graphTable } from './graph-table';
import { headTable } from './head-table';
import { intervalsTable } from './intervals-table';
import { linesArray, linesTable, planeArray, planeTable } from './plot-table';
import { treeArray, treeTable } from './tree-table';

export type Row = (string | number)[];

/** Rows, of which very many are made one at a time, when they are asked for. */
export interface Rows {
  readonly length: number;
  at(place: number): Row | undefined;
}

export interface Table {
  columns: string[];
  rows: Rows;
}

/** One whose rows are all there. */
export interface WholeTable extends Table {
  rows: Row[];
}

/** `length` rows that `make` makes. */
const lazily = (length: number, make: (place: number) => Row): Rows => ({
  length,
  at: (place) => (place >= 0 && place < length ? make(place) : undefined),
});

/** Part of many numbers as a row. */
export function slice(values: ArrayLike<number>, start: number, end: number): number[] {
  const part: number[] = [];
  for (let i = start; i < end; i++) part.push(values[i]!);
  return part;
}

export function tableOf(figure: Figure): Table {
  switch (figure.kind) {
    case 'heatmap': {
      const { labels, values } = figure;
      const n = labels.length;
      return {
        columns: ['', ...labels],
        rows: lazily(n, (i) => [labels[i]!, ...slice(values, i * n, (i + 1) * n)]),
      };
    }
    case 'scatter': {
      const { labels, x, y, x_name, y_name, groups, valued }: ValuedScatter = figure;
      return {
        columns: ['stimulus', x_name, y_name, ...(groups ? ['group'] : []), ...(valued ? [valued.name] : [])],
        rows: lazily(labels.length, (i) => [
          labels[i]!,
          x[i]!,
          y[i]!,
          ...(groups ? [groups[i] ?? ''] : []),
          ...(valued ? [valued.values[i]!] : []),
        ]),
      };
    }
    case 'curve':
      return {
        columns: [figure.x_name ?? 'site', figure.y_name],
        rows: figure.labels.map((label, i) => [label, figure.values[i]!]),
      };
    case 'lens':
      return {
        columns: [
          'layer',
          'position',
          'token',
          'guess',
          'id',
          'probability',
          'entropy, nats',
          'rank of next',
        ],
        rows: figure.cells.map((cell, i) => {
          const position = i % figure.tokens.length;
          const layer = figure.layers[Math.floor(i / figure.tokens.length)]!;
          const { token, id, probability, entropy_nats, rank_of_next } = cell;
          return [
            layer,
            position,
            figure.tokens[position]!,
            token,
            id,
            probability,
            entropy_nats,
            rank_of_next ?? '',
          ];
        }),
      };
    case 'table':
      return {
        columns: figure.columns.map(({ name, unit }) => (unit && unit !== name ? `${name}, ${unit}` : name)),
        rows: figure.rows,
      };
    case 'grid': {
      const { rows, columns, values } = figure;
      return {
        columns: [`${figure.row_axis} \\ ${figure.column_axis}`, ...columns],
        rows: rows.map((row, i) => [
          row,
          ...values.slice(i * columns.length, (i + 1) * columns.length).map((value) => value ?? ''),
        ]),
      };
    }
    case 'patterns':
      return headTable(figure);
    case 'written':
      return {
        columns: ['text', 'place', 'token', 'id', 'probability', 'rank'],
        rows: figure.texts.flatMap((text, i) =>
          text.tokens.map(({ token, id, probability, rank }, j) => [
            i + 1,
            j + 1,
            token,
            id,
            probability,
            rank,
          ]),
        ),
      };
    case 'intervals':
      return intervalsTable(figure);
    case 'panels': {
      const { names, labels, values } = figure;
      const n = labels.length;
      return {
        columns: ['matrix', '', ...labels],
        rows: lazily(names.length * n, (i) => [
          names[Math.floor(i / n)]!,
          labels[i % n]!,
          ...slice(values, i * n, (i + 1) * n),
        ]),
      };
    }
    case 'tree':
      return treeTable(figure);
    case 'neighbour_graph':
      return graphTable(figure);
    case 'lines':
      return linesTable(figure);
    case 'plane':
      return planeTable(figure);
  }
}

/** Numbers as f64, without a copy where they are. */
const asDoubles = (values: ArrayLike<number>) =>
  values instanceof Float64Array ? values : new Float64Array(values);

/**
 * The numbers of a figure as one array: `[n, n]`, `[n, 2]` (with a value `[n, 3]`), `[sites]`, probabilities `[layers, positions]`, the columns of
 * numbers `[rows, columns]`, a grid `[rows, columns]`, where nothing measured is NaN, attention `[layers, heads, queries,
 * keys]`, the probabilities of written tokens, values with the ends of their intervals `[rows, 3]`, matrices side by side
 * `[matrices, n, n]`, a tree as SciPy's linkage `[n − 1, 4]`,
 * lines between points `[lines, 3]`, lines over one axis `[lines, places]`, or the points of paths `[points, 3]`.
 */
export function arrayOf(figure: Figure): { shape: number[]; values: Float64Array } {
  switch (figure.kind) {
    case 'heatmap':
      return {
        shape: [figure.labels.length, figure.labels.length],
        values: asDoubles(figure.values),
      };
    case 'scatter': {
      const { x, y, valued }: ValuedScatter = figure;
      const width = valued ? 3 : 2;
      const values = new Float64Array(width * x.length);
      for (let i = 0; i < x.length; i++)
        values.set([x[i]!, y[i]!, ...(valued ? [valued.values[i]!] : [])], width * i);
      return { shape: [x.length, width], values };
    }
    case 'curve':
      return { shape: [figure.values.length], values: Float64Array.from(figure.values) };
    case 'lens':
      return {
        shape: [figure.layers.length, figure.tokens.length],
        values: Float64Array.from(figure.cells, (cell) => cell.probability),
      };
    case 'table': {
      const numbers = figure.rows.map((row) => row.filter((value) => typeof value === 'number'));
      return { shape: [numbers.length, numbers[0]?.length ?? 0], values: Float64Array.from(numbers.flat()) };
    }
    case 'grid':
      return {
        shape: [figure.rows.length, figure.columns.length],
        values: Float64Array.from(figure.values, (value) => value ?? Number.NaN),
      };
    case 'patterns': {
      const n = figure.tokens.length;
      return {
        shape: [figure.layers.length, figure.n_heads, n, n],
        values: Float64Array.from(figure.values),
      };
    }
    case 'written': {
      const tokens = figure.texts.flatMap((text) => text.tokens);
      return { shape: [tokens.length], values: Float64Array.from(tokens, (token) => token.probability) };
    }
    case 'intervals':
      return {
        shape: [figure.values.length, 3],
        values: Float64Array.from(
          figure.values.flatMap((value, i) => [value, ...(figure.intervals[i] ?? [Number.NaN, Number.NaN])]),
        ),
      };
    case 'panels': {
      const n = figure.labels.length;
      return { shape: [figure.names.length, n, n], values: asDoubles(figure.values) };
    }
    case 'tree':
      return treeArray(figure);
    case 'neighbour_graph':
      return graphArray(figure);
    case 'lines':
      return linesArray(figure);
    case 'plane':
      return planeArray(figure);
  }
}
