// Files onto the engine's shelf and off it. Their blobs are kept, so that a fresh engine can be given them again.

import type { ArrayCard } from '../../lab/types';
import { type ArrayOrigin, data, missingArrays, updateData } from '../../state/data';
import { propose } from '../../state/data-defaults';
import { asProblem } from '../../state/problem';
import { writeAddress } from './changes';
import { dataLab, setRestoring } from './lab';
import { forgetReading, learnReadings, restoreReadings } from './readings';
import { run } from './run';

/** What was read, by the file's name. */
const files = new Map<string, Blob>();

dataLab.onRebuilt = () => setRestoring(restore());
dataLab.onNotice = (sentence) => updateData({ notice: sentence });

export interface NamedBlob {
  name: string;
  blob: Blob;
}

/** Reads files one after the other. What fails is shown beside the others, which stay. */
export async function addFiles(given: readonly NamedBlob[]): Promise<void> {
  updateData({ reading: [...data.value.reading, ...given.map(({ name }) => name)], notice: undefined });
  for (const { name, blob } of given) {
    await addFile(name, blob).catch((error: unknown) => {
      updateData({ refused: [...data.value.refused, { file: name, report: asProblem(error) }] });
    });
    settle();
  }
  await runIfAwaited();
}

/** The same for one file; rejects with an `ErrorReport`. */
export async function addOne(name: string, blob: Blob): Promise<ArrayCard[]> {
  updateData({ reading: [...data.value.reading, name] });
  const cards = await addFile(name, blob);
  settle();
  await runIfAwaited();
  return cards;
}

async function addFile(name: string, blob: Blob): Promise<ArrayCard[]> {
  try {
    const added = await dataLab.call('dataAdd', [name, blob]);
    files.set(name, blob);
    const { cards, origins } = data.value;
    const isNew = (card: ArrayCard) => added.every((one) => one.name !== card.name);
    updateData({
      cards: [...cards.filter(isNew), ...added],
      origins: { ...origins, ...originsOf(name, added) },
      refused: data.value.refused.filter(({ file }) => file !== name),
    });
    for (const card of added) forgetReading(card.name);
    await learnReadings();
    return added;
  } finally {
    const { reading } = data.value;
    const at = reading.indexOf(name);
    updateData({ reading: reading.filter((_, i) => i !== at) });
  }
}

/** Where the arrays of a file are to be found in it: the engine names them after the file, and after a `/` by their own. */
export function originsOf(file: string, added: readonly ArrayCard[]): Record<string, ArrayOrigin> {
  const stem = file.replace(/\.[^.]*$/, '');
  return Object.fromEntries(
    added.map(({ name }) => [
      name,
      name.startsWith(`${stem}/`) ? { file, key: name.slice(stem.length + 1) } : { file },
    ]),
  );
}

/** Takes an array off the shelf, and out of the form. */
export async function removeArray(name: string): Promise<void> {
  const { cards, origins, form } = data.value;
  const { [name]: origin, ...rest } = origins;
  if (origin && Object.values(rest).every(({ file }) => file !== origin.file)) files.delete(origin.file);
  const without = (one: string) => (one === name ? '' : one);
  updateData({
    cards: cards.filter((card) => card.name !== name),
    origins: rest,
    form: {
      ...form,
      arrays: form.arrays.filter((one) => one !== name),
      array: without(form.array),
      labels: without(form.labels),
      groups: without(form.groups),
      reference: without(form.reference),
      targets: without(form.targets),
      graph: without(form.graph),
      control: without(form.control),
      more: form.more.filter((one) => one !== name),
      repeats: form.repeats.filter((one) => one !== name),
    },
  });
  settle();
  forgetReading(name);
  try {
    await dataLab.call('dataRemove', [name]);
    await learnReadings();
  } catch (error) {
    updateData({ problem: asProblem(error) });
  }
}

/** Gives a fresh engine what the lost one had. */
async function restore(): Promise<void> {
  const names = data.value.cards.map((card) => card.name);
  updateData({ notice: 'The engine was restarted, and is reading your files again.' });
  try {
    for (const [name, blob] of files) {
      for (const card of await dataLab.call('dataAdd', [name, blob]))
        if (!names.includes(card.name)) await dataLab.call('dataRemove', [card.name]);
    }
    await restoreReadings();
    updateData({ notice: 'The engine was restarted, and has read your files again.' });
  } catch (error) {
    updateData({ problem: asProblem(error), notice: undefined });
  }
}

/** Until something was chosen the form follows the arrays. */
export function settle() {
  const { isChosen, cards, list } = data.value;
  if (!isChosen) updateData({ form: propose(cards, list) });
  writeAddress();
}

/** Forgets what a link asked for: the form follows the arrays that are here. */
export function startAnew() {
  const { cards, list } = data.value;
  const form = propose(cards, list);
  updateData({ form, isChosen: false, wanted: undefined, isAwaited: false, comparison: undefined });
  writeAddress();
}

/** Asks what the engine can do, once; a form that nobody chose follows. */
export async function learnList(): Promise<void> {
  if (data.value.list) return;
  updateData({ list: await dataLab.call('dataList', []) });
  if (data.value.cards.length > 0) settle();
}

/** Runs what a link asked for, once all of its arrays are here. */
export async function runIfAwaited(): Promise<void> {
  if (!data.value.isAwaited || data.value.reading.length > 0 || missingArrays().length > 0) return;
  await learnReadings();
  await run().catch(() => {});
}

/** For tests: a shelf as after a reload. */
export function forgetFiles() {
  files.clear();
}
