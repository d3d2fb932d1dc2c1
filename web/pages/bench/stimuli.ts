import { fetchPhotoList, fetchPhotos, photoAddress } from '../../fetch/photos';
import { SENTENCES_V1 } from '../../inputs/sentences';
import { textsOf } from '../../inputs/texts';
import type { Stimuli } from '../../lab/protocol';
import type { Inputs } from '../../lab/types';
import { bench, type OwnImage } from '../../state/bench';
import { PHOTOS, SENTENCES } from '../../state/defaults';
import { problem } from '../../state/problem';
import { t } from '../../words/words';

/** The stimuli that a recipe names, with their bytes. Rejects with an `ErrorReport`. */
export async function findStimuli(inputs: Inputs, signal: AbortSignal): Promise<Stimuli> {
  if (inputs.kind === 'files') return { images: ownImagesFor(inputs.names) };
  const texts = textsOf(inputs);
  if (texts) return { texts };
  const { set } = inputs as Extract<Inputs, { kind: 'bundled' }>;
  if (set === PHOTOS) return { images: await fetchPhotos(signal) };
  throw problem(
    'inputs',
    t`The recipe asks for the set “${set}”, but this page has ${PHOTOS} and ${SENTENCES}. Choose one of them.`,
  );
}

function ownImagesFor(names: string[]): OwnImage[] {
  const own = bench.value.ownImages;
  const missing = names.filter((name) => !own.some((image) => image.name === name));
  if (missing.length > 0) {
    throw problem(
      'inputs',
      t`The recipe uses ${names.length} image files of its author, and a link does not carry files. Missing here: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' …' : ''}. Choose the same files under Inputs.`,
    );
  }
  return names.flatMap((name) => own.find((image) => image.name === name) ?? []);
}

/** How stimuli are shown: a picture address each, or a word. */
export interface StimulusLooks {
  thumbnails?: (string | undefined)[];
  words?: string[];
}

const ownAddresses = new WeakMap<Blob, string>();

/** Pictures or words for the stimuli of a recipe; never waits for anything but the list of photographs. */
export async function findLooks(inputs: Inputs): Promise<StimulusLooks> {
  if (inputs.kind === 'lines') return { words: inputs.lines };
  if (inputs.kind === 'bundled' && inputs.set === PHOTOS) {
    const thumbnails = (await fetchPhotoList()).map(photoAddress);
    keepDecoded(thumbnails);
    return { thumbnails };
  }
  if (inputs.kind === 'bundled') return { words: SENTENCES_V1.map(({ group }) => group) };
  const own = bench.value.ownImages;
  return {
    thumbnails: inputs.names.map((name) => addressOf(own.find((image) => image.name === name)?.blob)),
  };
}

const decoded = new Map<string, HTMLImageElement>();

/** Keeps pictures ready, so that a figure that is drawn anew has them in its first frame. */
function keepDecoded(addresses: string[]) {
  for (const address of addresses) {
    if (decoded.has(address)) continue;
    const picture = new Image();
    picture.src = address;
    decoded.set(address, picture);
  }
}

/** One address a file, kept as long as the file is. */
function addressOf(blob: Blob | undefined): string | undefined {
  if (!blob) return undefined;
  const known = ownAddresses.get(blob) ?? URL.createObjectURL(blob);
  ownAddresses.set(blob, known);
  return known;
}
