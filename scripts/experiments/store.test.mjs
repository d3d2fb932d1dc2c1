import { expect, test } from 'vitest';
import { thinned } from './store.mjs';

test('figures are rounded, the recipe with its digest is not', () => {
  const recipe = { seed: 1, digest: { figures: [{ samples: [0.123456789] }] } };
  const report = {
    recipe,
    figures: [{ kind: 'lines', x: [0, 1000], lines: [{ values: [0.123456, null] }] }],
  };
  expect(thinned(report)).toEqual({
    recipe,
    figures: [{ kind: 'lines', x: [0, 1000], lines: [{ values: [0.1235, null] }] }],
  });
});
