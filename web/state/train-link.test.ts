import { describe, expect, it } from 'vitest';
import { decodeRecipe } from './hash';
import { pageOf } from './page';
import { decodeSetup, encodeSetup, isDigest } from './train-link';
import { type Author, DEFAULT_SETUP, isSameTraining, seedsOf, type TrainSetup } from './train-setup';

const SHA = '86b710623ba7f1d2'.repeat(4);

/** Links as the first version wrote them. Never change one: they are in the world. */
const RELEASED: [string, TrainSetup, Author | undefined][] = [
  ['#train?task=fashion-mlp&seed=7', { ...DEFAULT_SETUP, seed: 7 }, undefined],
  [
    '#train?task=austen-decoder&seed=3&runs=2&steps=60&engine=cpu&digest=86b710623ba7f1d2.0000000000000000&on=cpu&version=0.1.0',
    { task: 'austen-decoder', seed: 3, n_runs: 2, n_steps: 60, backend: 'cpu' },
    { digests: ['86b710623ba7f1d2', '0000000000000000'], backend: 'cpu', engine: '0.1.0' },
  ],
  [
    '#train?task=fashion-cnn&seed=1&parts=1',
    { ...DEFAULT_SETUP, task: 'fashion-cnn', n_train_files: 1 },
    undefined,
  ],
];

const says = (words: string) =>
  expect.objectContaining({ kind: 'link', message: expect.stringContaining(words) });

describe('a training in a link', () => {
  it('of every kind that was released still opens, and is written the same', () => {
    for (const [hash, setup, author] of RELEASED) {
      expect(decodeSetup(hash)).toEqual({ setup, ...(author && { author }) });
      expect(encodeSetup(setup, author)).toBe(hash);
    }
  });

  it('means the usual settings when it says nothing', () => {
    expect(decodeSetup('#train')).toEqual({ setup: DEFAULT_SETUP });
  });

  it('carries the first digits of a digest, which the whole one begins with', () => {
    const hash = encodeSetup(DEFAULT_SETUP, { digests: [SHA], backend: 'gpu', engine: '' });
    const { author } = decodeSetup(hash);
    expect(author).toEqual({ digests: [SHA.slice(0, 16)], backend: 'gpu', engine: '' });
    expect(isDigest(SHA, author!.digests[0]!)).toBe(true);
    expect(isDigest(SHA.replace('8', '9'), author!.digests[0]!)).toBe(false);
  });

  it.each([
    ['seed=-1', 'seed = "-1", but expected was a whole number'],
    ['seed=1.5', 'seed = "1.5"'],
    ['seed=', 'seed = ""'],
    ['runs=5', 'from 1 to 4'],
    ['engine=tpu', 'auto or cpu or gpu'],
    ['digest=86b7zz', 'a digest that is cut off'],
    ['colour=red', '“colour”'],
  ])('with %s is refused in a sentence', (field, words) => {
    expect(() => decodeSetup(`#train?task=fashion-mlp&${field}`)).toThrow(says(words));
  });

  it('is never taken for a recipe, nor a recipe for it', () => {
    expect(decodeRecipe(RELEASED[0]![0])).toBeUndefined();
    expect(['#v1=abc', '#v1z=abc', '#bench', '#train', '#train?seed=1'].map(pageOf)).toEqual([
      'bench',
      'bench',
      'bench',
      'train',
      'train',
    ]);
    expect(['', '#', '#training', '#x/rich-lazy?seed=3'].map(pageOf)).toEqual([
      'gallery',
      'gallery',
      'gallery',
      'experiment',
    ]);
  });
});

describe('a setup', () => {
  it('counts its seeds up from the first', () => {
    expect(seedsOf({ ...DEFAULT_SETUP, seed: 5, n_runs: 3 })).toEqual([5, 6, 7]);
  });

  it('asks for the same bits however many runs there are, but not with other data', () => {
    expect(isSameTraining(DEFAULT_SETUP, { ...DEFAULT_SETUP, n_runs: 4 })).toBe(true);
    expect(isSameTraining(DEFAULT_SETUP, { ...DEFAULT_SETUP, n_train_files: 1 })).toBe(false);
  });
});
