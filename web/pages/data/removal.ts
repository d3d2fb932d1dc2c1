// Arrays off the shelf, and back where that is taken back.

import { data, updateData } from '../../state/data';
import { asProblem } from '../../state/problem';
import { did } from '../../state/undo';
import { t } from '../../words/words';
import { type FormState, formState, put } from './changes';
import { dataLab } from './lab';
import { originsOf } from './origins';
import { readFile } from './reading';
import { forgetReading, learnReadings } from './readings';
import { dropFile, keepFile } from './session';
import { files, settle } from './shelf';

/** Takes an array off the shelf, and out of the form. */
export async function removeArray(name: string): Promise<void> {
  const { cards, origins, form } = data.value;
  const { [name]: origin, ...rest } = origins;
  const before = formState();
  const blob = origin && files.get(origin.file);
  if (origin && Object.values(rest).every(({ file }) => file !== origin.file)) {
    files.delete(origin.file);
    void dropFile(origin.file);
  }
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
      ratings: without(form.ratings),
      first: without(form.first),
      second: without(form.second),
      graph: without(form.graph),
      control: without(form.control),
      more: form.more.filter((one) => one !== name),
      repeats: form.repeats.filter((one) => one !== name),
    },
  });
  settle();
  forgetReading(name);
  if (origin && blob)
    did('data', {
      words: t`removal of ${name}`,
      undo: () => void bringBack(name, { ...origin, blob, place: placeOf(name, cards) }, before),
      redo: () => void removeArray(name),
    });
  try {
    await dataLab.call('dataRemove', [name]);
    await learnReadings();
  } catch (error) {
    updateData({ problem: asProblem(error) });
  }
}

const placeOf = (name: string, cards: readonly { name: string }[]) =>
  cards.findIndex((card) => card.name === name);

interface Removed {
  file: string;
  blob: Blob;
  isMadeHere?: boolean | undefined;
  /** Where it stood among the others. */
  place: number;
}

/** Reads the array's file again, of which only this array comes back, and puts the form as it was. */
async function bringBack(name: string, { file, blob, isMadeHere, place }: Removed, form: FormState) {
  try {
    const { cards: added } = await readFile(file, blob);
    files.set(file, blob);
    void keepFile(file, blob);
    const { cards, origins } = data.value;
    const card = added.find((one) => one.name === name);
    const isHere = (other: string) => cards.some((one) => one.name === other);
    for (const one of added)
      if (one.name !== name && !isHere(one.name)) await dataLab.call('dataRemove', [one.name]);
    if (!card || isHere(name)) return;
    updateData({
      cards: [...cards.slice(0, place), card, ...cards.slice(place)],
      origins: { ...origins, ...originsOf(file, [card], isMadeHere) },
    });
    put(form);
  } catch (error) {
    updateData({ problem: asProblem(error) });
  }
}
