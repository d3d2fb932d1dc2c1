import { expect, test } from 'vitest';
import { twoLines } from './labels';

test('a label that is too long goes on in a second line, which is cut where that is not enough', () => {
  expect(twoLines('untrained', 12)).toBe('untrained');
  expect(twoLines('near and far, points in order', 14)).toBe('near and far,\npoints in ord…');
  expect(twoLines('uninterruptedly', 6)).toBe('unint…');
});
