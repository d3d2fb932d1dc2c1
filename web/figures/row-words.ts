// What the rows of a figure of intervals are called. The engine names some in words, others by the visitor's arrays.

import type { Intervals } from '../lab/types';
import { fromEngine, valueFromEngine } from '../words/engine';
import { t } from '../words/words';
import { intervalsTable } from './intervals-table';
import type { Table } from './tables';

/** Figures whose rows are arrays, which keep the names that they were given. */
const OF_ARRAYS: readonly string[] = ['reference', 'pair_ratings'];
/** Figures whose rows are pairs of arrays: `a and b`. */
const OF_PAIRS = 'similarity_intervals';

/** A row's name in the visitor's language. */
export function rowName({ caption: { id } }: Intervals, label: string): string {
  if (OF_ARRAYS.includes(id)) return label;
  if (id !== OF_PAIRS) return fromEngine(label);
  const [first, second, ...more] = label.split(' and ');
  // A name that itself holds the word leaves open where it ends.
  return second === undefined || more.length > 0 ? label : t`${first!} and ${second}`;
}

/** What stands at a row's end: `p = 0.02`, `0.49 to 0.51`, `12 of 20 pairs`. */
export const rowNote = valueFromEngine;

/** The table that the page shows of such a figure; its files stay in English. */
export function rowsInWords(data: Intervals): Table {
  const { labels, notes, band } = data;
  const spoken = {
    ...data,
    labels: labels.map((label) => rowName(data, label)),
    notes: notes.map(rowNote),
    ...(band && { band: { ...band, name: fromEngine(band.name) } }),
  };
  return intervalsTable(spoken, fromEngine('baseline'));
}
