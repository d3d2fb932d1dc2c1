import { expect, test } from 'vitest';
import { brokenLabel } from './labels';

test('a label that is too long goes on in further lines, of which the third is cut', () => {
  expect(brokenLabel('untrained', 12)).toBe('untrained');
  expect(brokenLabel('near and far, points in order', 15)).toBe('near and far,\npoints in order');
  expect(brokenLabel('near and far, points in any order', 8)).toBe('near and\nfar,\npoints…');
  expect(brokenLabel('uninterruptedly', 6)).toBe('unint…');
});
