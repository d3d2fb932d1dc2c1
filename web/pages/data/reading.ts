// A file onto the engine's shelf: as it is, or what the page unpacked of it.

import { isMat, type MatArrays, matArrays } from '../../inputs/mat/arrays';
import type { ArrayCard } from '../../lab/types';
import { dataLab } from './lab';

export interface Read {
  cards: ArrayCard[];
  /** Why parts of the file are not on the shelf. */
  leftOut: string[];
}

/** Gives the engine a file. Rejects with an `ErrorReport`; nothing of the file is on the shelf then. */
export async function readFile(name: string, blob: Blob): Promise<Read> {
  if (!isMat(name)) return { cards: await dataLab.call('dataAdd', [name, blob]), leftOut: [] };
  return readAll(await matArrays(name, blob));
}

async function readAll({ files, leftOut }: MatArrays): Promise<Read> {
  const cards: ArrayCard[] = [];
  try {
    for (const file of files) cards.push(...(await dataLab.call('dataAdd', [file.name, file.blob])));
  } catch (error) {
    for (const card of cards) await dataLab.call('dataRemove', [card.name]);
    throw error;
  }
  return { cards, leftOut };
}
