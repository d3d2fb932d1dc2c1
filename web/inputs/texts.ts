import type { Inputs } from '../lab/types';
import { SENTENCES } from '../state/defaults';
import { SENTENCES_V1 } from './sentences';

/** The texts of a recipe's inputs; `undefined` for images. */
export function textsOf(inputs: Inputs): string[] | undefined {
  if (inputs.kind === 'lines') return inputs.lines;
  if (inputs.kind === 'bundled' && inputs.set === SENTENCES) return SENTENCES_V1.map(({ text }) => text);
  return undefined;
}
