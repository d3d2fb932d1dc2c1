import { describe, expect, it } from 'vitest';
import type { DataRecipe } from '../lab/types';
import { encodeText } from './base64url';
import { checkDataRecipe, decodeData, encodeData } from './data-link';
import { decodeRecipe } from './hash';
import { pageOf } from './page';

const RECIPE: DataRecipe = {
  version: 1,
  arrays: [
    { name: 'layer_a', sha256: 'ab'.repeat(32) },
    { name: 'layer_b', sha256: '' },
  ],
  task: {
    kind: 'compare',
    arrays: ['layer_a', 'layer_b'],
    measure: 'cka_linear_debiased',
    distance: 'correlation',
  },
  seed: 1,
};
const DIGEST = {
  backend: 'cpu',
  figures: [{ id: 'similarity', hash: '0011223344556677', samples: [1, 0.5], scale: 1 }],
} as const;

/** A link as the first version wrote it. Never change it: it is in the world. */
const RELEASED =
  '#data?r=eyJ2ZXJzaW9uIjoxLCJhcnJheXMiOlt7Im5hbWUiOiJhIiwic2hhMjU2IjoiIn1dLCJ0YXNrIjp7ImtpbmQiOiJzdW1tYXJpZXMiLCJhcnJheXMiOlsiYSJdLCJsYWJlbHMiOm51bGx9LCJzZWVkIjoyfQ';

const says = (words: string) =>
  expect.objectContaining({ kind: 'link', message: expect.stringContaining(words) });
const linkOf = (value: unknown) => `#data?r=${encodeText(JSON.stringify(value))}`;

describe('an analysis of arrays in a link', () => {
  it('comes back whole, with and without a digest, and stays short', () => {
    for (const recipe of [RECIPE, { ...RECIPE, digest: { ...DIGEST, figures: [...DIGEST.figures] } }]) {
      const hash = encodeData(recipe as DataRecipe);
      expect(decodeData(hash)).toEqual(recipe);
      expect(hash.length).toBeLessThan(700);
      expect(hash).toMatch(/^#data\?r=[\w-]+$/);
    }
  });

  it('that was released still opens, and is written the same', () => {
    const recipe = decodeData(RELEASED)!;
    expect(recipe).toEqual({
      version: 1,
      arrays: [{ name: 'a', sha256: '' }],
      task: { kind: 'summaries', arrays: ['a'], labels: null },
      seed: 2,
    });
    expect(encodeData(recipe)).toBe(RELEASED);
  });

  it('is bare while no array is named, and the bare page asks for nothing', () => {
    const task = { ...RECIPE.task, arrays: [] } as DataRecipe['task'];
    expect(encodeData({ ...RECIPE, arrays: [], task })).toBe('#data');
    expect(decodeData('#data')).toBeUndefined();
  });

  it('carries how an array is read, and a transform with its settings', () => {
    const arrays = [{ name: 'subjects', sha256: '', read_as: 'rdms' as const }];
    const transform = { name: 'geodesic_distance', n_neighbours: 5 } as const;
    const task = {
      kind: 'rdm',
      array: 'subjects',
      labels: null,
      groups: null,
      distance: 'correlation',
      noise: 'towards_variances',
      transform,
      has_topology: true,
    } as const;
    const recipe: DataRecipe = { version: 1, arrays, task, seed: 1 };
    expect(decodeData(encodeData(recipe))).toEqual(recipe);
    const wrong = { ...task, transform: { ...transform, lower: 0.1 } };
    expect(() => decodeData(linkOf({ ...recipe, task: wrong }))).toThrow(
      says('a transform with its settings'),
    );
    const unread = [{ name: 'subjects', read_as: 'volumes' }];
    expect(() => decodeData(linkOf({ ...recipe, arrays: unread }))).toThrow(says('a list of arrays'));
  });

  it.each([
    [{ ...RECIPE, version: 2 }, 'says version = 2, but expected was 1'],
    [{ ...RECIPE, seed: -1 }, 'says seed = -1'],
    [{ ...RECIPE, arrays: [{ sha256: '' }] }, 'a list of arrays'],
    [{ ...RECIPE, colour: 'red' }, '“colour”'],
    [{ ...RECIPE, task: { kind: 'sort' } }, 'the task "sort", but this page knows compare'],
    [{ ...RECIPE, task: { kind: 'toString' } }, 'the task "toString"'],
    [{ ...RECIPE, task: { ...RECIPE.task, arrays: 'a' } }, 'task.arrays = "a"'],
    [{ ...RECIPE, task: { ...RECIPE.task, extra: 1 } }, '“task.extra”'],
    [{ ...RECIPE, digest: {} }, 'says digest = {}'],
    [[], 'not an object'],
  ])('that cannot be is refused in a sentence', (value, words) => {
    expect(() => decodeData(linkOf(value))).toThrow(says(words));
  });

  it('that is cut off is refused in a sentence', () => {
    expect(() => decodeData(encodeData(RECIPE).slice(0, -9))).toThrow(says('cut off or changed'));
  });

  it('may leave out hashes', () => {
    const arrays = [{ name: 'layer_a' }, { name: 'layer_b' }];
    expect(checkDataRecipe({ ...RECIPE, arrays }, 'the console').arrays[0]).toEqual({
      name: 'layer_a',
      sha256: '',
    });
  });

  it('is never taken for another page’s', () => {
    expect(decodeRecipe(RELEASED)).toBeUndefined();
    expect(['#data', RELEASED, '#database', '#v1=data'].map(pageOf)).toEqual([
      'data',
      'data',
      'gallery',
      'bench',
    ]);
  });
});
