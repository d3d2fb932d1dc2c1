import { beforeEach, describe, expect, it, vi } from 'vitest';
import { did, redo, steps, undo } from './undo';

let value = 0;

function setTo(next: number, key?: string) {
  const before = value;
  value = next;
  const to = (number: number) => () => setTo(number);
  did('bench', { words: `from ${before}`, ...(key && { key }), undo: to(before), redo: to(next) });
}

beforeEach(() => {
  value = 0;
  const empty = { past: [], future: [] };
  steps.value = { gallery: empty, experiment: empty, bench: empty, train: empty, data: empty };
});

describe('what was done', () => {
  it('is taken back and done again, step by step, and says which', () => {
    setTo(1);
    setTo(2);
    expect(undo('bench')).toBe('from 1');
    expect(value).toBe(1);
    expect(undo('bench')).toBe('from 0');
    expect(undo('bench')).toBeUndefined();
    expect(value).toBe(0);
    expect(redo('bench')).toBe('from 0');
    expect(redo('bench')).toBe('from 1');
    expect(redo('bench')).toBeUndefined();
    expect(value).toBe(2);
  });

  it('belongs to its page', () => {
    setTo(1);
    expect(undo('data')).toBeUndefined();
    expect(value).toBe(1);
  });

  it('cannot be done again once something else was', () => {
    setTo(1);
    undo('bench');
    setTo(5);
    expect(redo('bench')).toBeUndefined();
    expect(value).toBe(5);
  });

  it('is one step while it is typed, and another after a pause', () => {
    vi.useFakeTimers();
    setTo(1, 'seed');
    vi.advanceTimersByTime(500);
    setTo(12, 'seed');
    vi.advanceTimersByTime(500);
    setTo(3, 'folds');
    vi.advanceTimersByTime(2000);
    setTo(4, 'folds');
    expect(steps.value.bench.past).toHaveLength(3);
    undo('bench');
    undo('bench');
    undo('bench');
    expect(value).toBe(0);
    redo('bench');
    expect(value).toBe(12);
    vi.useRealTimers();
  });
});
