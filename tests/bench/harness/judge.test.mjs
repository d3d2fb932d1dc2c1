import { expect, test } from 'vitest';
import { judge } from './judge.mjs';

const reference = { check: 2, head: [1, -1] };

test('an output within the tolerance is right, one beyond it is wrong', () => {
  expect(judge({ check: 2.0003, head: [1, -1] }, reference).verdict).toBe('right');
  expect(judge({ check: 2.001, head: [1, -1] }, reference).verdict).toBe('wrong');
  expect(judge({ check: 2.0003, head: [1, -1] }, reference, 1e-6).verdict).toBe('wrong');
});

test('a right fingerprint does not excuse a wrong value', () => {
  expect(judge({ check: 2, head: [1, 1] }, reference).verdict).toBe('wrong');
});

test('what is not a number is wrong, and nothing at all is unchecked', () => {
  expect(judge({ check: Number.NaN, head: [1, -1] }, reference).verdict).toBe('wrong');
  expect(judge({ check: 2, head: [1, Number.NaN] }, reference).verdict).toBe('wrong');
  expect(judge({ check: 2, head: [1] }, reference).verdict).toBe('wrong');
  expect(judge({}, reference).verdict).toBe('unchecked');
});
