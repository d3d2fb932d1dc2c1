import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../../lab/types';
import { defaultRecipe } from '../../state/defaults';
import { adaptTo, exactly, weightsNotice } from './models';
import { blocksOf, keptUnits } from './sites-section';

const site = (name: string) => ({ name, short: name, about: '', axes: '', units: 1 });
const card = (input: string, names: string[], defaults = names): ModelCard => ({
  model: { id: 'm', revision: '', sha256: '' },
  architecture: 'A',
  input,
  n_parameters: 1,
  weights_bytes: 1,
  formats: [],
  files: [],
  shape: [],
  sites: names.map(site),
  default_sites: defaults,
  has_lens: false,
});

describe('a freshly chosen model', () => {
  const fresh = { ...defaultRecipe(), sites: [], focus: '' };
  it('brings its own sites and looks at the last one before the logits', () => {
    const recipe = adaptTo(card('image', ['conv1', 'fire9', 'logits']), fresh);
    expect([recipe.sites, recipe.focus]).toEqual([['conv1', 'fire9', 'logits'], 'fire9']);
  });
  it('that reads text gets sentences and a mean in place of photographs', () => {
    const recipe = adaptTo(card('text', ['embed']), fresh);
    expect(recipe.inputs).toEqual({ kind: 'bundled', set: 'sentences-v1' });
    expect(recipe.pool).toBe('mean');
  });
  it('keeps the visitor’s lines when it reads text too', () => {
    const lines = { ...fresh, inputs: { kind: 'lines' as const, lines: ['a'] }, pool: 'last' as const };
    expect(adaptTo(card('text', ['embed']), lines)).toMatchObject({ inputs: lines.inputs, pool: 'last' });
  });
});

describe('the sites of a link', () => {
  it('are kept as they are, even those that do not exist: the engine names the near ones', () => {
    const recipe = { ...defaultRecipe(), sites: ['nope'], focus: 'nope' };
    expect(adaptTo(card('image', ['conv1']), recipe)).toEqual(recipe);
  });
});

describe('“all blocks”', () => {
  it('are the residual streams of a transformer', () => {
    expect(
      blocksOf(card('text', ['hook_embed', 'blocks.0.hook_resid_post', 'blocks.0.attn.hook_q'])),
    ).toEqual(['blocks.0.hook_resid_post']);
  });
  it('are the modules of a CNN', () => {
    expect(blocksOf(card('image', ['input', 'conv1', 'pool1', 'fire2.squeeze', 'fire2', 'logits']))).toEqual([
      'conv1',
      'fire2',
    ]);
  });
});

describe('other weights than the author’s', () => {
  it('are told, unless one hash is not known', () => {
    const ref = (sha256: string) => ({ id: 'm', revision: '', sha256 });
    expect(weightsNotice(ref('aa'), ref('bb'))).toContain('other weights');
    expect(weightsNotice(ref(''), ref('bb'))).toBeUndefined();
  });
});

describe('the exact name of a model', () => {
  const of = (revision: string, sha256 = '') => ({ id: 'owner/name', revision, sha256 });
  const commit = 'a'.repeat(40);
  it('has the commit that a branch meant, and the hash when it was not known', () => {
    expect(exactly(of('main'), of(commit, 'bb'))).toEqual(of(commit, 'bb'));
    expect(exactly(of(commit), of(commit, 'bb'))).toEqual(of(commit, 'bb'));
    expect(exactly(of(commit, 'cc'), of(commit, 'bb'))).toEqual(of(commit, 'cc'));
  });
});

describe('the cost of a site', () => {
  it('is its channels after a mean over space, else every value', () => {
    const conv1 = { ...site('conv1'), axes: '64 channels × 114 × 114', units: 64 * 114 * 114 };
    expect(keptUnits(conv1, 'mean')).toBe(64);
    expect(keptUnits(conv1, 'none')).toBe(64 * 114 * 114);
    expect(keptUnits({ ...site('q'), axes: 'pos × 384 d_model', units: 384 }, 'mean')).toBe(384);
  });
});
