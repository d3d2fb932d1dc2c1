import { describe, expect, it } from 'vitest';
import { readNumbers, writeNumbers } from './number-list';

describe('a list of numbers', () => {
  it('reads numbers and ranges, each once and in order', () => {
    expect(readNumbers(' 4-6, 0 5')).toEqual([0, 4, 5, 6]);
    expect(readNumbers('')).toEqual([]);
  });
  it('is nothing where it does not read as such', () => {
    for (const text of ['a', '3-', '-3', '1.5', '0-99999999']) expect(readNumbers(text)).toBeUndefined();
  });
  it('is written as it is typed', () => {
    expect(writeNumbers([0, 4, 5, 6, 9])).toBe('0, 4-6, 9');
    expect(readNumbers(writeNumbers([1, 2, 7]))).toEqual([1, 2, 7]);
  });
});
