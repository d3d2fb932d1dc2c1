// The 92 images of Kriegeskorte et al. 2008 as arrays: the RDM of human IT of each subject, the images as pixels, and what they show.

import type { NamedFile } from '../../../fetch/sets';
import { writeNpy } from '../../../figures/npy';
import type { MatValue } from '../../../inputs/mat/matrix';
import { readMat } from '../../../inputs/mat/read';
import { problem } from '../../../state/problem';

const N = 92;
/** The images are 175 pixels wide; blocks of 7 are averaged. */
const [SIDE, BLOCK] = [175, 7];
const SMALL = SIDE / BLOCK;

/** The arrays `human_it`, `pixels` and `categories`. Rejects with an `ErrorReport`. */
export async function convertImages92([brain, images]: NamedFile[]): Promise<NamedFile[]> {
  const { RDMs } = await open(brain!);
  const { stimuli_92objs: stimuli } = await open(images!);
  const shown = structs(stimuli, [1, N], 'stimuli_92objs');
  const { category, pixels } = { category: shown.map(categoryOf), pixels: shown.map(pixelsOf) };
  const rows = shown.map((_, i) => `${String(i + 1).padStart(2, '0')},${category[i]}`);
  return [
    file('human_it.npy', [4, N, N], subjects(RDMs)),
    file('pixels.npy', [N, SMALL, SMALL, 3], Float64Array.from(pixels.flatMap((one) => [...one]))),
    { name: 'images.csv', blob: new Blob([`image,category\n${rows.join('\n')}\n`]) },
  ];
}

const open = async ({ name, blob }: NamedFile) => readMat(name, new Uint8Array(await blob.arrayBuffer()));

const file = (name: string, shape: number[], values: Float64Array): NamedFile => ({
  name,
  blob: new Blob([writeNpy(shape, values)]),
});

/** The mean over the two sessions of each of the four subjects. */
function subjects(value: MatValue | undefined): Float64Array {
  const sessions = structs(value, [1, 4, 2], 'RDMs').map((one) => numbers(one.RDM, [N, N], 'RDM'));
  const mean = (subject: number) =>
    sessions[subject]!.map((entry, at) => (entry + sessions[subject + 4]![at]!) / 2);
  return Float64Array.from([0, 1, 2, 3].flatMap((subject) => [...mean(subject)]));
}

/** Row by row, colour last; MATLAB has column by column, colour first. */
function pixelsOf(stimulus: Record<string, MatValue>): Float64Array {
  const image = numbers(stimulus.image, [SIDE, SIDE, 3], 'image');
  const small = new Float64Array(SMALL * SMALL * 3);
  for (let colour = 0; colour < 3; colour++)
    for (let column = 0; column < SIDE; column++)
      for (let row = 0; row < SIDE; row++) {
        const at = Math.floor(row / BLOCK) * SMALL + Math.floor(column / BLOCK);
        small[at * 3 + colour]! += image[(colour * SIDE + column) * SIDE + row]! / BLOCK ** 2;
      }
  return small;
}

function categoryOf({ category }: Record<string, MatValue>): string {
  if (category?.kind !== 'words') throw wrong('category', category);
  return category.text.replace(/[",\n]/g, ' ');
}

function structs(value: MatValue | undefined, shape: number[], name: string) {
  if (value?.kind !== 'structs' || value.shape.join() !== shape.join()) throw wrong(name, value);
  return value.items;
}

function numbers(value: MatValue | undefined, shape: number[], name: string): Float64Array {
  if (value?.kind !== 'numbers' || value.shape.join() !== shape.join()) throw wrong(name, value);
  return value.values;
}

const wrong = (name: string, value: MatValue | undefined) =>
  problem(
    'format',
    `The 92 images were to be read from their MATLAB files, but “${name}” is ${value ? `${value.kind}${'shape' in value ? ` of ${value.shape.join(' × ')}` : ''}` : 'absent'} there. The files are others than this page knows.`,
  );
