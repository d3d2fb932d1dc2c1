// Files onto the engine's shelf and off it. Their blobs are kept, so that a fresh engine can be given them again.

import { save } from '../../figures/export';
import type { ArrayCard } from '../../lab/types';
import { data, EMPTY_DATA, missingArrays, updateData } from '../../state/data';
import { propose } from '../../state/data-defaults';
import type { DataForm } from '../../state/data-form';
import { asProblem } from '../../state/problem';
import { t } from '../../words/words';
import { writeAddress } from './changes';
import { dataLab, setRestoring } from './lab';
import { originsOf } from './origins';
import { readFile } from './reading';
import { forgetReading, learnReadings, restoreReadings } from './readings';
import { run } from './run';
import { dropAll, keepFile, type TakenUp, takeUp } from './session';

/** What was read, by the file's name. */
export const files = new Map<string, Blob>();

dataLab.onRebuilt = () => setRestoring(restore(AFTER_RESTART));
dataLab.onNotice = (sentence) => updateData({ notice: sentence });

export interface NamedBlob {
  name: string;
  blob: Blob;
  /** Whether the page made it, so that the visitor has none of it yet. */
  isMadeHere?: boolean;
}

/** Reads files one after the other. What fails is shown beside the others, which stay. */
export async function addFiles(given: readonly NamedBlob[]): Promise<void> {
  updateData({ reading: [...data.value.reading, ...given.map(({ name }) => name)], notice: undefined });
  for (const file of given) {
    const { name } = file;
    await addFile(file).catch((error: unknown) => {
      updateData({ refused: [...data.value.refused, { file: name, report: asProblem(error) }] });
    });
    settle();
  }
  await runIfAwaited();
}

/** The same for one file; rejects with an `ErrorReport`. */
export async function addOne(file: NamedBlob): Promise<ArrayCard[]> {
  updateData({ reading: [...data.value.reading, file.name] });
  const cards = await addFile(file);
  settle();
  await runIfAwaited();
  return cards;
}

async function addFile({ name, blob, isMadeHere }: NamedBlob): Promise<ArrayCard[]> {
  try {
    await takeUpShelf();
    const { cards: added, leftOut } = await readFile(name, blob);
    files.set(name, blob);
    void keepFile(name, blob);
    const { cards, origins } = data.value;
    const isNew = (card: ArrayCard) => added.every((one) => one.name !== card.name);
    updateData({
      cards: [...cards.filter(isNew), ...added],
      origins: { ...origins, ...originsOf(name, added, isMadeHere) },
      refused: data.value.refused.filter(({ file }) => file !== name),
    });
    if (leftOut.length > 0) updateData({ notice: t`Of ${name} these were left out: ${leftOut.join('; ')}.` });
    for (const card of added) forgetReading(card.name);
    await learnReadings();
    return added;
  } finally {
    const { reading } = data.value;
    const at = reading.indexOf(name);
    updateData({ reading: reading.filter((_, i) => i !== at) });
  }
}

/** Files that hold these arrays and that the visitor has not got, each with how to save it. */
export function filesOnlyHere(names: readonly string[]): { name: string; save: () => Promise<void> }[] {
  const { origins } = data.value;
  const made = names.flatMap((name) => (origins[name]?.isMadeHere ? [origins[name].file] : []));
  return [...new Set(made)].map((name) => ({
    name,
    save: async () => save(name, files.get(name)!, 'application/octet-stream'),
  }));
}

/** What is said while a fresh engine is given the files, and afterwards. */
interface Notices {
  reading: string;
  read: string;
}
const AFTER_RESTART: Notices = {
  reading: t`The engine was restarted, and is reading your files again.`,
  read: t`The engine was restarted, and has read your files again.`,
};
const AFTER_RELOAD: Notices = {
  reading: t`The page was reloaded, and is reading your files again.`,
  read: t`The page was reloaded, and has read your files again.`,
};

/** Gives a fresh engine what the lost one had. */
async function restore(notices: Notices): Promise<void> {
  const names = data.value.cards.map((card) => card.name);
  updateData({ notice: notices.reading });
  try {
    for (const [name, blob] of files) {
      for (const card of (await readFile(name, blob)).cards)
        if (!names.includes(card.name)) await dataLab.call('dataRemove', [card.name]);
    }
    await restoreReadings();
    updateData({ notice: notices.read });
  } catch (error) {
    updateData({ problem: asProblem(error), notice: undefined });
  }
}

/** Puts what this tab held before a reload back onto the page, once. */
export const takeUpShelf = (): Promise<void> =>
  takeUp((taken: TakenUp) => {
    for (const [name, blob] of taken.files) files.set(name, blob);
    updateData(taken.state);
    if (files.size > 0) setRestoring(restore(AFTER_RELOAD));
  });

/** Takes everything off the page: files, form and figures. */
export async function forgetAll(): Promise<void> {
  files.clear();
  dataLab.end();
  await dropAll();
  const { list } = data.value;
  data.value = { ...EMPTY_DATA, list };
  writeAddress();
}

/** Until something was chosen the form follows the arrays; after that an array that arrives fills what is still empty. */
export function settle() {
  const { isChosen, cards, list, form, wanted } = data.value;
  const proposed = propose(cards, list);
  if (!isChosen) updateData({ form: proposed });
  else if (!wanted) updateData({ form: { ...form, ...emptyIn(form, proposed) } });
  writeAddress();
}

const NAMED = ['array', 'labels', 'targets', 'reference', 'graph'] as const;

/** What is proposed for the arrays that the form does not name yet. */
const emptyIn = (form: DataForm, proposed: DataForm): Partial<DataForm> =>
  Object.fromEntries(NAMED.filter((name) => form[name] === '').map((name) => [name, proposed[name]]));

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
