// Arrays of one number a stimulus, whose numbers the page itself draws.

import { isMat, matArrays } from '../../inputs/mat/arrays';
import { readNpy } from '../../inputs/npy';
import { data } from '../../state/data';
import { files } from './shelf';

/** Names of arrays with one number for each of so many stimuli, in files that the page can read. */
export function valueNames(n: number): string[] {
  const { cards, origins } = data.value;
  return cards
    .filter(({ shape, n_stimuli }) => shape.length === 1 && n_stimuli === n)
    .map(({ name }) => name)
    .filter((name) => /\.(npy|mat)$/i.test(origins[name]?.file ?? ''));
}

/** The numbers of such an array. Rejects where its file is gone. */
export async function valuesOf(name: string): Promise<number[]> {
  const { file, key } = data.value.origins[name]!;
  const blob = files.get(file)!;
  if (!isMat(file)) return [...readNpy(await blob.arrayBuffer()).values];
  const { files: arrays } = await matArrays(file, blob);
  const array = key === undefined ? arrays[0]! : arrays.find((one) => one.name.endsWith(`/${key}.npy`))!;
  return [...readNpy(await array.blob.arrayBuffer()).values];
}
