import { describe, expect, it } from 'vitest';
import { wrap } from './export';
import { inWords, nameInWords, shorten, shortSite } from './labels';
import { visible } from './lens';
import { formatDifference, formatSeconds, formatValue } from './numbers';

describe('a number in words', () => {
  it('has three significant digits and a true minus', () => {
    expect([0, 0.5, -0.12345, 3.21987, 42.42, 817216].map(formatValue)).toEqual([
      '0',
      '0.500',
      '−0.123',
      '3.22',
      '42.4',
      '8.17 × 10⁵',
    ]);
    expect(formatValue(-2.5e-7)).toBe('−2.50 × 10⁻⁷');
    expect(formatValue(Number.NaN)).toBe('not a number');
  });
  it('says a difference by its size', () => {
    expect(formatDifference(2.4e-6)).toBe('2 × 10⁻⁶');
    expect(formatDifference(0)).toBe('0');
  });
  it('says seconds as a person would', () => {
    expect([0.31, 12.4, 150].map(formatSeconds)).toEqual(['0.3 s', '12 s', '3 min']);
  });
});

describe('a name in a figure', () => {
  it('is the short one of the site', () => {
    expect(
      ['blocks.3.hook_resid_post', 'blocks.11.attn.hook_pattern', 'hook_embed', 'fire9.expand1x1'].map(
        shortSite,
      ),
    ).toEqual(['resid_post.3', 'pattern.11', 'embed', 'fire9.expand1x1']);
  });
  it('is the alias that a change takes', () => {
    const names = ['mlp.hook_pre_linear', 'ln2.hook_normalized', 'hook_normalized_resid_mid', 'attn.hook_z'];
    expect(names.map((name) => shortSite(`blocks.7.${name}`))).toEqual([
      'mlp_pre_linear.7',
      'ln2.7',
      'normalized_resid_mid.7',
      'z.7',
    ]);
    expect(['ln_final.hook_normalized', 'ln_final.hook_out'].map(shortSite)).toEqual([
      'ln_final',
      'ln_final_out',
    ]);
  });
  it('is read as words, a measure without what it takes', () => {
    expect(nameInWords('cka_linear_debiased')).toBe('CKA linear debiased');
    expect(inWords('blocks.1.hook_resid_post and hook_embed agree at blocks.2.attn.hook_q.')).toBe(
      'resid_post.1 and embed agree at q.2.',
    );
    expect(inWords('Linear CKA; at most 1; takes activations [n, m] (at least 4).')).toBe(
      'Linear CKA; at most 1.',
    );
  });
  it('is cut by characters, not halves of them', () => {
    expect(shorten('🙂🙂🙂🙂', 3)).toBe('🙂🙂…');
    expect(shorten('short', 9)).toBe('short');
  });
  it('shows the spaces of a token', () => {
    expect(visible(' the\n')).toBe('·the⏎');
    expect(visible('')).toBe('∅');
  });
});

describe('the words of an exported figure', () => {
  it('break between words, never inside one', () => {
    expect(wrap('one two three unbreakable four', 8)).toEqual(['one two', 'three', 'unbreakable', 'four']);
  });
});
