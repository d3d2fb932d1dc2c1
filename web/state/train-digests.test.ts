import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrainReport } from '../lab/types';
import { rememberDigest } from './train-digests';

const report = (patch: Partial<TrainReport> = {}): TrainReport => ({
  task: 'fashion-mlp',
  seed: 1,
  step: 60,
  n_steps: 60,
  loss: 0.5,
  metric: 87.5,
  sha256: 'aa',
  backend: 'cpu',
  device: 'CPU, one thread',
  precision: 'f32',
  engine_version: '0.1.0',
  n_train: 60_000,
  n_test: 10_000,
  seconds: 1,
  kernels_per_step: 1,
  allocated_bytes_per_step: 0,
  peak_bytes_per_step: 0,
  weights: new Uint8Array(),
  ...patch,
});

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('a finished run', () => {
  it('is the first of its kind, then the same, then another', () => {
    expect(rememberDigest(report())).toEqual({ kind: 'first' });
    expect(rememberDigest(report())).toEqual({ kind: 'same' });
    expect(rememberDigest(report({ sha256: 'bb' }))).toEqual({ kind: 'differs', before: 'aa' });
    expect(rememberDigest(report({ sha256: 'bb' }))).toEqual({ kind: 'same' });
  });

  it('is not held against one with another seed, length, data, device or engine', () => {
    rememberDigest(report());
    for (const other of [
      { seed: 2 },
      { step: 61 },
      { n_train: 12_000 },
      { device: 'a card' },
      { backend: 'gpu' },
      { engine_version: '0.2.0' },
    ])
      expect(rememberDigest(report(other))).toEqual({ kind: 'first' });
  });

  it('is the first where storage is forbidden or was written by something else', () => {
    localStorage.setItem('inscape.train.digests', '{"a":');
    expect(rememberDigest(report())).toEqual({ kind: 'first' });
    vi.stubGlobal('localStorage', undefined);
    expect(rememberDigest(report())).toEqual({ kind: 'first' });
  });
});
