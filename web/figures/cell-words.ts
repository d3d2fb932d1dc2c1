// Words in the cells of tables. Most are names or tokens and stay; some the engine chose.

import type { Table } from '../lab/types';
import { fromEngine } from '../words/engine';

/** The engine's own words, by the figure that has them. */
const OWN: Record<string, RegExp> = {
  summaries: /^undefined$/,
  rsa_regression: /^a constant$/,
  partition: /^only |^shared by /,
};

/** A cell's word in the visitor's language. */
export const cellWord = ({ caption: { id } }: Table, word: string): string =>
  OWN[id]?.test(word) ? fromEngine(word) : word;
