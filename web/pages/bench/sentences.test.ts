import { describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../state/defaults';
import { sentence } from '../../state/problem';
import { linkSentence, question, storedSentence, verdictSentence } from './sentences';

describe('the verdict in words', () => {
  it('tells a match to the bit from one within a tolerance and from a difference', () => {
    const say = (verdict: Parameters<typeof verdictSentence>[0]['verdict']) =>
      verdictSentence({ verdict, against: 'link', backend: 'gpu', engines: ['0.1.0', '0.2.0'] });
    expect(say({ kind: 'exact' })).toBe(
      'Computed here; it matches what the link’s author measured to the bit.',
    );
    expect(say({ kind: 'close', worst: 2.3e-6 })).toContain(
      '(there on the GPU) within 2 × 10⁻⁶ of the largest value',
    );
    expect(say({ kind: 'differs', figure: 'rdm', worst: 0.04 })).toContain(
      'differs from what the link’s author measured (there on the GPU) in the dissimilarity of stimuli, by up to 4 × 10⁻²',
    );
    expect(say({ kind: 'differs', figure: 'lens' })).toContain(
      'in the logit lens, which is missing or of another size. That run was made by Inscape 0.1.0, this one by 0.2.0.',
    );
  });
});

describe('a copied link', () => {
  it('says that it carries text and does not carry files', () => {
    const lines = { ...defaultRecipe(), inputs: { kind: 'lines' as const, lines: ['a', 'b'] } };
    expect(linkSentence(lines)).toContain('carries your 2 lines of text: whoever has it can read them');
    const files = { ...defaultRecipe(), inputs: { kind: 'files' as const, names: ['a.png'], sha256: [''] } };
    expect(linkSentence(files)).toContain('does not carry them');
  });
});

describe('the plate', () => {
  it('asks a question with the number of stimuli', () => {
    expect(question('SqueezeNet 1.1', { kind: 'bundled', set: 'photos-v1' }, 24)).toBe(
      'What do the layers of SqueezeNet 1.1 find alike in 24 photographs?',
    );
  });
  it('asks no comparison of one text', () => {
    expect(question('SmolLM2', { kind: 'lines', lines: ['a'] }, 1)).toBe(
      'What does SmolLM2 make of one text?',
    );
  });
  it('says when a stored result was computed, and nothing false when that is not known', () => {
    expect(storedSentence('2026-03-05T10:00:00Z', true)).toBe(
      'A stored result, computed earlier on 5 March 2026; now computing it live on your machine …',
    );
    expect(storedSentence('', false)).toBe('A stored result, computed earlier.');
  });
});

describe('an engine’s message', () => {
  it('reads as a sentence', () => {
    expect(sentence('the run was cancelled')).toBe('The run was cancelled.');
    expect(sentence(' Done! ')).toBe('Done!');
    expect(sentence('fire2 and fire3 are most alike')).toBe('fire2 and fire3 are most alike.');
  });
});
