import { describe, expect, it } from 'vitest';
import { dropKept, type KeptRun, keepRun, keptId, listKept } from './kept-runs';
import { DEFAULT_SETUP } from './train-setup';

const run = (seed: number, patch: Partial<KeptRun> = {}): KeptRun => ({
  id: keptId(DEFAULT_SETUP, seed),
  group: 'g',
  setup: DEFAULT_SETUP,
  seed,
  title: 'Garments',
  step: 10,
  n_steps: 100,
  at: seed,
  device: 'CPU',
  points: [],
  bytes: Uint8Array.of(seed),
  ...patch,
});

// There is no IndexedDB here, as in a private window; tests/e2e/train.test.mjs has one.
describe('snapshots where the browser keeps nothing', () => {
  it('last as long as the page, newest first, and say so', async () => {
    expect(await keepRun(run(1))).toBe(false);
    await keepRun(run(2));
    expect((await listKept()).map(({ seed }) => seed)).toEqual([2, 1]);
  });

  it('take the place of older ones of the same run', async () => {
    await keepRun(run(1, { step: 20, at: 9 }));
    expect((await listKept()).map(({ seed, step }) => [seed, step])).toEqual([
      [1, 20],
      [2, 10],
    ]);
  });

  it('are dropped even when a write came just before', async () => {
    void keepRun(run(1, { step: 30, at: 10 }));
    await dropKept([run(1).id, run(2).id]);
    expect(await listKept()).toEqual([]);
  });

  it('are the newest twelve', async () => {
    for (let seed = 0; seed < 15; seed++) await keepRun(run(seed));
    expect((await listKept()).map(({ seed }) => seed)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  });
});

describe('the name of a run among those kept', () => {
  it('tells apart what gives other bits', () => {
    const setups = [
      DEFAULT_SETUP,
      { ...DEFAULT_SETUP, n_steps: 60 },
      { ...DEFAULT_SETUP, n_train_files: 1 },
      { ...DEFAULT_SETUP, backend: 'gpu' as const },
    ];
    expect(new Set(setups.map((setup) => keptId(setup, 1))).size).toBe(4);
    expect(keptId({ ...DEFAULT_SETUP, n_runs: 3, seed: 9 }, 1)).toBe(keptId(DEFAULT_SETUP, 1));
  });
});
