// How arrays are read whose shape allows two ways: as rows of units, or as upper triangles of RDMs.

import type { Reading } from '../../lab/types';
import { data, readingOf, updateData } from '../../state/data';
import { asProblem } from '../../state/problem';
import { dataLab } from './lab';

/** What the visitor chose, by the array's name: a fresh engine is told again. */
const chosen = new Map<string, Reading>();

/** Reads an array in the other way. Whatever follows from its kind follows. */
export async function chooseReading(name: string, reading: Reading): Promise<void> {
  try {
    await dataLab.call('dataReadAs', [name, reading]);
    chosen.set(name, reading);
    updateData({ cards: await dataLab.call('dataCards', []) });
  } catch (error) {
    updateData({ problem: asProblem(error) });
  }
}

/** How an array is read follows from the others on the shelf, and from what a link's author did. */
export async function learnReadings(): Promise<void> {
  const { cards, wanted } = data.value;
  const open = cards.filter((card) => card.pairs_of !== undefined);
  if (open.length === 0) return;
  for (const card of open) {
    const told = wanted?.arrays.find(({ name }) => name === card.name);
    const reading = told ? (told.read_as ?? 'activations') : undefined;
    if (reading && reading !== readingOf(card)) await dataLab.call('dataReadAs', [card.name, reading]);
  }
  updateData({ cards: await dataLab.call('dataCards', []) });
}

/** Tells a fresh engine how the arrays were read. */
export async function restoreReadings(): Promise<void> {
  for (const [name, reading] of chosen)
    if (data.value.cards.some((card) => card.name === name))
      await dataLab.call('dataReadAs', [name, reading]);
}

/** An array that is gone, or another of its name, is read by its shape. */
export const forgetReading = (name: string) => void chosen.delete(name);
