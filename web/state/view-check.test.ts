import { describe, expect, it } from 'vitest';
import { areViews } from './view-check';

const PATCHING = {
  kind: 'patching',
  clean: 'a',
  corrupt: 'b',
  answer: ' c',
  wrong: ' d',
  site: 'z',
  layers: [0, 3],
};
const ABLATION = {
  kind: 'ablation',
  what: { kind: 'listed_neurons', layer: 2, units: [1] },
  change: 'mean',
  measure: { kind: 'repeated_random', n_tokens: 5, seed: 1 },
  layers: [],
};

describe('the views of a link', () => {
  it('are taken when every setting is there', () => {
    expect(areViews([PATCHING, ABLATION, { kind: 'numbers', sites: ['embed'] }])).toBe(true);
  });
  it('are refused when one is unknown, missing or of another kind', () => {
    const wrong = [
      { ...PATCHING, site: 'q' },
      { ...PATCHING, layers: ['0'] },
      { ...PATCHING, more: 1 },
      { ...ABLATION, what: { kind: 'heads', n: 3 } },
      { ...ABLATION, what: { kind: 'constructor' } },
      { ...ABLATION, measure: { kind: 'text' } },
      { kind: 'numbers' },
    ];
    for (const view of wrong) expect(areViews([view]), JSON.stringify(view)).toBe(false);
  });
});
