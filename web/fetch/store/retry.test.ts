import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../state/problem';
import { Passing, retryAfterMs, retrying } from './retry';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const cut = problem('fetch', 'broke off');

describe('what fails in passing', () => {
  it('is tried again, with growing waits, and then told', async () => {
    const work = vi.fn(() => Promise.reject(new Passing(cut)));
    const done = expect(retrying(work)).rejects.toBe(cut);
    await vi.advanceTimersByTimeAsync(499);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1 + 1000);
    expect(work).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(2000);
    await done;
    expect(work).toHaveBeenCalledTimes(4);
  });

  it('succeeds when a later try does', async () => {
    const work = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Passing(cut)).mockResolvedValue(7);
    const done = retrying(work);
    await vi.runAllTimersAsync();
    expect(await done).toBe(7);
  });

  it('waits as long as the host asks, but not for ever', async () => {
    const work = vi
      .fn<() => Promise<number>>()
      .mockRejectedValueOnce(new Passing(cut, 9000))
      .mockResolvedValue(7);
    const done = retrying(work);
    await vi.advanceTimersByTimeAsync(8999);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await done).toBe(7);
    await expect(retrying(() => Promise.reject(new Passing(cut, 3_600_000)))).rejects.toBe(cut);
  });

  it('ends at once when the visitor cancels', async () => {
    const stop = new AbortController();
    const done = expect(retrying(() => Promise.reject(new Passing(cut)), stop.signal)).rejects.toMatchObject({
      kind: 'cancelled',
    });
    await vi.advanceTimersByTimeAsync(100);
    stop.abort();
    await done;
  });
});

describe('what fails for good', () => {
  it('is not tried again', async () => {
    const work = vi.fn(() => Promise.reject(cut));
    await expect(retrying(work)).rejects.toBe(cut);
    expect(work).toHaveBeenCalledTimes(1);
  });
});

it('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(retryAfterMs('3', now)).toBe(3000);
  expect(retryAfterMs('Thu, 01 Jan 2026 00:00:05 GMT', now)).toBe(5000);
  expect([retryAfterMs(null), retryAfterMs('soon'), retryAfterMs('-4')]).toEqual([0, 0, 0]);
});
