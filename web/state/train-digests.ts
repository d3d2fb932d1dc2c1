// What earlier runs in this browser gave, so that a run can say whether it gave the same bits again.

import type { TrainReport } from '../lab/types';
import { remember, remembered } from './remember';

const KEY = 'inscape.train.digests';
/** Older ones are forgotten beyond this. */
const MOST_DIGESTS = 200;

/** How a run compares with the last one of the same task, seed, data, length, device and engine. */
export type Repeat = { kind: 'first' } | { kind: 'same' } | { kind: 'differs'; before: string };

/** Compares a finished run with the last alike, and keeps its digest in that one's place. */
export function rememberDigest(report: TrainReport): Repeat {
  const kept = read();
  const key = keyOf(report);
  const before = kept.find(([known]) => known === key)?.[1];
  const others = kept.filter(([known]) => known !== key);
  remember(KEY, JSON.stringify([[key, report.sha256], ...others].slice(0, MOST_DIGESTS)));
  if (before === undefined) return { kind: 'first' };
  return before === report.sha256 ? { kind: 'same' } : { kind: 'differs', before };
}

function keyOf({ task, seed, n_train, step, backend, device, engine_version }: TrainReport): string {
  return JSON.stringify([task, seed, n_train, step, backend, device, engine_version]);
}

function read(): [key: string, sha256: string][] {
  try {
    const kept: unknown = JSON.parse(remembered(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((pair) => Array.isArray(pair) && pair.length === 2) : [];
  } catch {
    return [];
  }
}
