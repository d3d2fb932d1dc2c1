// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ModelCard, SiteCheck } from '../../lab/types';
import { bench, update } from '../../state/bench';
import { defaultRecipe } from '../../state/defaults';
import { ModelCardView } from './model-card';
import { verdict } from './site-check';

const CHECK: SiteCheck = {
  input: '8 made-up tokens',
  n_sites: 40,
  tolerance: 1e-4,
  identities: [
    {
      statement: 'blocks.0.hook_resid_mid = blocks.0.hook_resid_pre + blocks.0.hook_attn_out',
      deviation: 2e-7,
      holds: true,
    },
  ],
  absent: [],
};

const call = vi.hoisted(() => vi.fn());
vi.mock('../../lab/start', () => ({ lab: { call } }));

const CARD: ModelCard = {
  model: { id: 'tiny', revision: 'local', sha256: 'abc123' },
  architecture: 'llama',
  input: 'text',
  n_parameters: 1_234_567,
  weights_bytes: 2_469_134,
  formats: [{ dtype: 'BF16', n_tensors: 3, n_numbers: 1_234_567, bytes: 2_469_134 }],
  files: [{ name: 'some/model.safetensors', bytes: 2_470_000 }],
  shape: [
    { name: 'blocks', value: 2 },
    { name: 'heads', value: 4 },
  ],
  is_tied: true,
  sites: [],
  default_sites: [],
  has_lens: true,
};

describe('the card of a model', () => {
  afterEach(() => call.mockReset());

  it('tells what is known, what is not, and what the chosen sites cost', async () => {
    call.mockResolvedValue({
      bytes_to_read: 1000,
      bytes_in_memory: 2000,
      n_weights: 5,
      multiply_adds: 3.2e9,
    });
    update({ card: CARD, recipe: { ...defaultRecipe(), inputs: { kind: 'lines', lines: ['one', 'two'] } } });
    const place = document.body.appendChild(document.createElement('div'));
    await act(async () => render(<ModelCardView card={CARD} entry={undefined} about={undefined} />, place));
    await act(async () => {});
    const words = place.textContent ?? '';
    for (const part of [
      'llama: 2 blocks, 4 heads; tied unembedding',
      '1,234,567',
      'BF16: 1.23 M numbers',
      'not stated in its files',
      'abc123',
      'model.safetensors',
      'about 3.2 B multiply-adds for 2 texts',
    ])
      expect(words).toContain(part);
    expect(call).toHaveBeenCalledWith('cost', [bench.value.recipe.sites, { texts: ['one', 'two'] }]);
    render(null, place);
  });

  it('says of a check how far the identities are off, and which does not hold', () => {
    expect(verdict(CHECK)).toBe(
      'All 1 identities between 40 sites hold on 8 made-up tokens: at most 2.0e-7 off, 1e-4 is allowed.',
    );
    const broken = { ...CHECK.identities[0]!, deviation: null, holds: false };
    expect(verdict({ ...CHECK, identities: [broken] })).toMatch(/^1 of 1 .* the first is resid_mid\.0 = /);
    expect(verdict({ ...CHECK, identities: [] })).toMatch(/states no identity/);
  });
});
