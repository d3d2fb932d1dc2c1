import { describe, expect, it } from 'vitest';
import type { Recipe } from '../lab/types';
import { encodeText } from './base64url';
import { DEFAULTS, defaultRecipe } from './defaults';
import { decodeRecipe, encodeRecipe } from './hash';

/** Links as version 1 wrote them. Never change one: they are in the world. */
const RELEASED: [string, Partial<Recipe>][] = [
  ['#v1=eyJmIjoiZmlyZTMifQ', { focus: 'fire3' }],
  [
    '#v1=eyJpIjp7ImtpbmQiOiJsaW5lcyIsImxpbmVzIjpbIm9uZSIsInR3byJdfX0',
    { inputs: { kind: 'lines', lines: ['one', 'two'] } },
  ],
];

describe('the recipe in a link', () => {
  it('is that of the bench alone for the defaults', () => {
    expect(encodeRecipe(defaultRecipe())).toBe('#bench');
    expect(decodeRecipe('#bench')).toBeUndefined();
    expect(decodeRecipe('')).toBeUndefined();
    expect(decodeRecipe('#some-heading')).toBeUndefined();
  });

  it('comes back as it was, whatever the visitor wrote', () => {
    const recipe: Recipe = {
      version: 1,
      model: { id: 'minilm-l6', revision: 'r', sha256: 'ab' },
      inputs: { kind: 'lines', lines: ['naïve café ☕️', '中文', '“quotes” & <tags> #hash', ''] },
      sites: ['embed', 'blocks.0.hook_resid_post'],
      changes: ['z.1 heads 0, 3 = zero'],
      pool: 'mean',
      distance: 'cosine',
      similarity: 'rdm_spearman',
      focus: 'embed',
      has_slow_intervals: true,
      lens_text: 2,
      views: [
        { kind: 'next_tokens', prompt: 'naïve 🙂', n: 5 },
        { kind: 'writing', prompt: '', n_new: 3, choice: { kind: 'greedy' } },
        {
          kind: 'writing',
          prompt: 'a',
          n_new: 3,
          choice: { kind: 'sampled', temperature: 0.8, top_p: 1, seed: 4 },
        },
        { kind: 'patterns', text: 0, max_tokens: 64 },
        {
          kind: 'head_scores',
          score: 'head_copy',
          on: { kind: 'repeated_random', n_tokens: 9, n_sequences: 1, seed: 2 },
        },
        { kind: 'head_scores', score: 'head_copy', on: { kind: 'texts' } },
      ],
      backend: 'gpu',
      engine: '0.1.0',
      digest: {
        backend: 'cpu',
        figures: [{ id: 'rdm', hash: '0123456789abcdef', samples: [0, 0.5, -1.25e-7], scale: 2 }],
      },
    };
    const hash = encodeRecipe(recipe);
    expect(hash).toMatch(/^#v1=[A-Za-z0-9_-]+$/);
    expect(decodeRecipe(hash)).toEqual(recipe);
  });

  it('carries only what differs', () => {
    const hash = encodeRecipe({ ...defaultRecipe(), focus: 'fire3' });
    expect(hash.length).toBeLessThan(40);
    expect(decodeRecipe(hash)).toEqual({ ...defaultRecipe(), focus: 'fire3' });
  });

  it('of every released version still opens', () => {
    for (const [hash, differs] of RELEASED)
      expect(decodeRecipe(hash)).toEqual({ ...DEFAULTS[1], ...differs });
  });

  it('that was cut off is refused with a sentence', () => {
    expect(() => decodeRecipe('#v1=eyJmIjoiZmly')).toThrow(
      expect.objectContaining({ kind: 'link', message: expect.stringContaining('cut off') }),
    );
  });

  it('of a later version is refused with the versions that are known', () => {
    expect(() => decodeRecipe(`#v9=${encodeText('{}')}`)).toThrow(
      expect.objectContaining({ message: expect.stringContaining('version 9') }),
    );
  });

  it('with a wrong or unknown field names it', () => {
    const link = (fields: object) => `#v1=${encodeText(JSON.stringify(fields))}`;
    expect(() => decodeRecipe(link({ p: 'median' }))).toThrow(
      expect.objectContaining({ message: expect.stringContaining('none, mean, last or cls') }),
    );
    for (const view of [
      { kind: 'nothing' },
      { kind: 'patterns', text: -1, max_tokens: 4 },
      { kind: 'patterns', text: 0, max_tokens: 4, extra: 1 },
      { kind: 'writing', prompt: 'a', n_new: 2, choice: { kind: 'sampled', temperature: 1 } },
      { kind: 'head_scores', score: 'x', on: { kind: 'toString' } },
      'patterns',
    ])
      expect(() => decodeRecipe(link({ v: [view] }))).toThrow(
        expect.objectContaining({ message: expect.stringContaining('closer looks') }),
      );
    expect(() => decodeRecipe(link({ zz: 1 }))).toThrow(
      expect.objectContaining({ message: expect.stringContaining('“zz”') }),
    );
    expect(() => decodeRecipe(link({ g: ['cpu', 7] }))).toThrow(
      expect.objectContaining({ message: expect.stringContaining('digest') }),
    );
  });
});
