import { describe, expect, it } from 'vitest';
import { Breath } from './breath';

/** Whether a promise has settled once everything that is due has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  return settled;
}

const atOnce = () => Promise.resolve();

describe('a breath', () => {
  it('goes on unless the call was cancelled', async () => {
    const breath = new Breath(atOnce);
    expect(await breath.breathe(1)).toBe(false);
    breath.cancel(1);
    expect(await breath.breathe(1)).toBe(true);
    expect(await breath.breathe(2)).toBe(false);
  });

  it('is held while the call is paused, and goes on when it is let go', async () => {
    const breath = new Breath(atOnce);
    breath.hold(1, true);
    const held = breath.breathe(1);
    expect(await isSettled(held)).toBe(false);
    breath.hold(1, false);
    expect(await held).toBe(false);
  });

  it('that is held ends when the call is cancelled', async () => {
    const breath = new Breath(atOnce);
    breath.hold(1, true);
    const held = breath.breathe(1);
    expect(await isSettled(held)).toBe(false);
    breath.cancel(1);
    expect(await held).toBe(true);
  });

  it('of one call does not hold another', async () => {
    const breath = new Breath(atOnce);
    breath.hold(1, true);
    expect(await breath.breathe(2)).toBe(false);
  });

  it('lets messages have their turn', async () => {
    const breath = new Breath();
    let hasTurned = false;
    setTimeout(() => {
      hasTurned = true;
    });
    while (!hasTurned) expect(await breath.breathe(1)).toBe(false);
  });
});
