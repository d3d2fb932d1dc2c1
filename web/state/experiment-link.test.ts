import { describe, expect, it } from 'vitest';
import type { ExperimentRecipe } from '../lab/experiment-types';
import { FAKE_CARD } from '../lab/fake-cards';
import { decodeExperiment, defaultRecipeOf, encodeExperiment, readAddress } from './experiment-link';
import { decodeRecipe } from './hash';
import { pageOf } from './page';

const DEFAULT = defaultRecipeOf(FAKE_CARD);
const DIGEST = {
  backend: 'cpu' as const,
  figures: [{ id: 'alignment', hash: '0123456789abcdef', samples: [0, 0.5, -1.25e-7], scale: 2 }],
};

/** Links as the first version wrote them. Never change one: they are in the world. */
const RELEASED: [string, Partial<ExperimentRecipe>][] = [
  ['#x/fake-geometry', {}],
  ['#x/fake-geometry?d=1&seed=7', { seed: 7 }],
  [
    '#x/fake-geometry?d=1&seed=1&n_hidden=128&rate=0.01&unit=relu&noisy=true&on=gpu',
    { params: { n_hidden: 128, rate: 0.01, unit: 'relu', noisy: true }, backend: 'gpu' },
  ],
  [
    '#x/fake-geometry?d=1&seed=1&engine=0.1.0&digest=WyJjcHUiLFsiYWxpZ25tZW50IiwiMDEyMzQ1Njc4OWFiY2RlZiIsMiwwLDAuNSwtMS4yNWUtN11d',
    { engine: '0.1.0', digest: DIGEST },
  ],
];

const decode = (hash: string) => decodeExperiment(readAddress(hash)!, FAKE_CARD);
const says = (words: string) => expect.objectContaining({ message: expect.stringContaining(words) });

describe('an experiment in a link', () => {
  it('of every kind that was released still opens, and is written the same', () => {
    for (const [hash, recipe] of RELEASED) {
      expect(decode(hash)).toEqual({ ...DEFAULT, ...recipe });
      expect(encodeExperiment({ ...DEFAULT, ...recipe }, FAKE_CARD)).toBe(hash);
    }
  });

  it('that says a default aloud means the default', () => {
    expect(decode('#x/fake-geometry?seed=1&n_hidden=64&noisy=false').params).toEqual({});
  });

  it('keeps the version of the settings with which it was made', () => {
    expect(decode('#x/fake-geometry?d=3&seed=1')).toMatchObject({ defaults: 3 });
  });

  it.each([
    ['n_hidden=7', 'a whole number from 8 to 256'],
    ['n_hidden=8.5', 'a whole number'],
    ['rate=', 'a number from 0.001 to 1'],
    ['rate=Infinity', 'a number from 0.001 to 1'],
    ['unit=gelu', 'tanh or relu'],
    ['noisy=yes', 'true or false'],
    ['seed=-1', 'a whole number from 0'],
    ['on=tpu', 'cpu or gpu'],
    ['colour=red', '“colour” is no setting of fake-geometry; it has n_hidden, rate, unit, noisy'],
    ['digest=abc', 'cut off or changed'],
    ['digest=WyJjcHUi', 'cut off or changed'],
  ])('with %s is refused in a sentence', (field, words) => {
    expect(() => decode(`#x/fake-geometry?${field}`)).toThrow(says(words));
  });

  it('is of its own page, and never taken for a recipe of the bench', () => {
    expect(pageOf('#x/rich-lazy')).toBe('experiment');
    expect(pageOf('#x')).toBe('gallery');
    expect(decodeRecipe(RELEASED[3]![0])).toBeUndefined();
    expect(readAddress('#xyz')).toBeUndefined();
    expect(readAddress('#x/<b>')).toBeUndefined();
  });
});
