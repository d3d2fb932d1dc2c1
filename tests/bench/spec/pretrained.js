/** The inputs of the pretrained models, and where their files lie beside the page. */
import { fill, ints } from './seeded.js';

export const MINILM = {
  folder: 'models/minilm-l6',
  batch: 32,
  seq: 32,
  d: 384,
  heads: 12,
  layers: 6,
  ff: 1536,
};

/** Ids 1000 + r mod 20000, [32, 32]; the mask is all ones. */
export const minilmIds = () => ints(MINILM.batch * MINILM.seq, 1, 20000).map((id) => id + 1000);

export const SQUEEZENET = { folder: 'models/squeezenet1_1', batch: 8, side: 227 };

/** [8, 3, 227, 227] */
export function squeezenetInput() {
  const { batch, side } = SQUEEZENET;
  const shape = [batch, 3, side, side];
  return { shape, data: fill(batch * 3 * side * side, 1, 256) };
}

/** The layers between the first and the last convolution, in order: a pool, or a fire module by its number. */
export const SQUEEZENET_LAYERS = ['pool', 3, 4, 'pool', 6, 7, 'pool', 9, 10, 11, 12];

/** A prompt of 32 ids, then 32 new ones: the first from the prompt, 31 more by one step each. */
export const DECODE = { folder: 'models/smollm2-135m', prompt: 32, new: 32 };

export const decodePrompt = () => Array.from(ints(DECODE.prompt, 3, 10000));
