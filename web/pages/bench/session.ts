// The visitor's own model and images are kept for this tab, so that a reload finds them.

import { signal } from '@preact/signals';
import { type BenchState, bench, update } from '../../state/bench';
import { dropParts, keepPart, readParts, sizeOfParts } from '../../state/session';

const OWN = 'bench/';
const MODEL = `${OWN}model`;
const IMAGES = `${OWN}images`;

type OwnModel = Pick<BenchState, 'ownModel' | 'ownAbout'>;
type OwnImages = BenchState['ownImages'];

/** Bytes that are kept. */
export const ownBytes = signal(0);

/** Keeps the model that was given, where there is room for it. */
function keepOwnModel(): Promise<void> {
  const { ownModel, ownAbout } = bench.value;
  const sizes = ownModel?.weights.map((part) => ('blob' in part ? part.blob.size : 0)) ?? [];
  return keep(MODEL, { ownModel, ownAbout } satisfies OwnModel, sizes);
}

/** Keeps the images that were given, where there is room for them. */
function keepOwnImages(): Promise<void> {
  const { ownImages } = bench.value;
  const sizes = ownImages.map(({ blob }) => blob.size);
  return keep(IMAGES, ownImages, sizes);
}

async function keep(key: string, value: unknown, sizes: number[]) {
  await keepPart(
    key,
    value,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  ownBytes.value = await sizeOfParts(OWN);
}

/** Puts what was given before a reload back in its place. */
export async function takeUpOwn(): Promise<void> {
  const parts = await readParts(OWN);
  const model = parts.get(MODEL) as OwnModel | undefined;
  const images = parts.get(IMAGES) as OwnImages | undefined;
  if (model && !bench.value.ownModel) update(model);
  if (images && bench.value.ownImages.length === 0) update({ ownImages: images });
  ownBytes.value = await sizeOfParts(OWN);
}

/** Keeps from now on what is given. */
export function keepOwn() {
  let { ownModel: model, ownImages: images } = bench.value;
  bench.subscribe(({ ownModel, ownImages }) => {
    if (ownModel !== model) void keepOwnModel();
    if (ownImages !== images) void keepOwnImages();
    [model, images] = [ownModel, ownImages];
  });
}

/** Forgets the kept copies; what is on the page stays until it is left. */
export async function forgetOwn(): Promise<void> {
  await dropParts(OWN);
  ownBytes.value = 0;
}
