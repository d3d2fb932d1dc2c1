import { expect, test } from 'vitest';
import { legendPlaces, plotStroke } from './strokes';

test('names that do not fit in a row go on in the next', () => {
  expect(legendPlaces(['tanh: targets', 'tanh: inputs'], 200).n_rows).toBe(2);
  expect(legendPlaces(['tanh: targets', 'tanh: inputs'], 800).n_rows).toBe(1);
});

test('eight lines differ in colour and in dashes', () => {
  const looks = Array.from({ length: 8 }, (_, i) => plotStroke(i));
  expect(new Set(looks.map(({ stroke }) => stroke)).size).toBe(8);
  expect(new Set(looks.map(({ strokeDasharray }) => strokeDasharray)).size).toBe(8);
});
