import { expect, it } from 'vitest';
import { buffersOf } from './buffers';

it('the typed arrays of figures change hands, and nothing else does', () => {
  const [values, x] = [new Float64Array(3), new Float64Array(2)];
  const figures = [
    { kind: 'heatmap', values, labels: ['a'] },
    { kind: 'scatter', x, y: [1, 2] },
  ];
  expect(buffersOf({ figures, recipe: {} })).toEqual([values.buffer, x.buffer]);
  expect([undefined, null, 7, {}, { figures: 'none' }].flatMap(buffersOf)).toEqual([]);
});
