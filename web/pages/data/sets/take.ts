// A set onto the shelf: fetched with progress, put there as a dropped file is, with a first question beside it.

import { signal } from '@preact/signals';
import { fetchPublic, fetchSet, fetchSetList, type NamedFile, type SetEntry } from '../../../fetch/sets';
import { keyFor } from '../../../fetch/store/store';
import type { Job } from '../../../state/bench';
import { cardNamed, data, updateData } from '../../../state/data';
import { namesOf, taskOf } from '../../../state/data-form';
import { asProblem, isCancelled } from '../../../state/problem';
import { publicBase } from '../../../state/public-base';
import { t } from '../../../words/words';
import { change } from '../changes';
import { dataLab } from '../lab';
import { run } from '../run';
import { addFiles } from '../shelf';
import type { SetWords } from './catalogue';
import type { PublicSet } from './public';

interface Sets {
  /** Those that this site holds; absent before the list is here. */
  held?: SetEntry[] | undefined;
  job?: Job | undefined;
  /** The set that was put on the shelf last. */
  taken?: SetWords | undefined;
}

export const sets = signal<Sets>({});

const update = (patch: Partial<Sets>) => {
  sets.value = { ...sets.value, ...patch };
};

let stop: AbortController | undefined;

/** Asks once which sets this site holds. A site without the list holds none. */
export async function learnSets(): Promise<void> {
  if (sets.value.held) return;
  update({ held: await fetchSetList().catch(() => []) });
}

/** Puts a set of this site on the shelf. */
export const takeHeld = (words: SetWords, entry: SetEntry) =>
  take(words, async (signal, show) => [await fetchSet(entry, show, signal)]);

/** Fetches a set from its public address, makes arrays of it and puts them on the shelf. */
export const takePublic = (set: PublicSet) =>
  take(set, async (signal, show) => {
    const files = await fetchPublic(set.name, set.files, publicBase.value, {
      small: (request) => dataLab.call('fetchSmall', [request], { signal }),
      drop: (url) => dataLab.call('dropKept', [[keyFor(url)]]),
      progress: show,
    });
    return set.convert ? set.convert(files) : files;
  });

async function take(
  words: SetWords,
  bring: (signal: AbortSignal, show: (done: number) => void) => Promise<NamedFile[]>,
): Promise<void> {
  stop?.abort();
  const mine = new AbortController();
  stop = mine;
  const show = (done: number) => {
    if (stop === mine) update({ job: { stage: t`fetching ${words.name}`, done } });
  };
  show(0);
  update({ taken: undefined });
  updateData({ refused: data.value.refused.filter(({ file }) => file !== words.name) });
  const wasEmpty = data.value.cards.length === 0;
  try {
    const files = await bring(mine.signal, show);
    if (mine.signal.aborted) return;
    await addFiles(files);
    update({ taken: words });
    if (wasEmpty && words.ask && isHere(words)) change(words.ask);
  } catch (error) {
    const report = asProblem(error);
    if (!isCancelled(report)) updateData({ refused: [...data.value.refused, { file: words.name, report }] });
  } finally {
    if (stop === mine) {
      stop = undefined;
      update({ job: undefined });
    }
  }
}

/** Stops fetching. What is on the shelf stays. */
export const cancelTake = () => stop?.abort();

/** Whether the arrays that a set's question names are on the shelf. */
export function isHere({ ask }: SetWords): boolean {
  const names = ask ? namesOf(taskOf({ ...data.value.form, arrays: [], ...ask })) : [];
  return names.length > 0 && names.every((name) => cardNamed(name) !== undefined);
}

/** Asks the first question of the set that was taken last. */
export function askFirst() {
  const { taken } = sets.value;
  if (!taken?.ask) return;
  change(taken.ask);
  forgetTaken();
  void run().catch(() => {});
}

export const forgetTaken = () => update({ taken: undefined });

/** For tests: as after a reload. */
export function forgetSets() {
  stop?.abort();
  sets.value = {};
}
