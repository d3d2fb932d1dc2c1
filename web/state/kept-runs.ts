// Snapshots of runs that have not ended, so that a closed tab or a lost device costs little. They lie in IndexedDB;
// where that is forbidden or full they last as long as the page.

import type { TrainPoint } from '../lab/types';
import { inStore, type Place } from './in-store';
import type { TrainSetup } from './train-setup';

export interface KeptRun {
  /** What is trained, with its seed: a newer snapshot of the same takes the older one's place. */
  id: string;
  /** Runs that were started together share it. */
  group: string;
  setup: TrainSetup;
  seed: number;
  /** Title of the task. */
  title: string;
  step: number;
  n_steps: number;
  /** When it was taken, milliseconds since 1970. */
  at: number;
  /** On what; another device goes on with other bits. */
  device: string;
  /** The curve up to the snapshot. */
  points: TrainPoint[];
  bytes: Uint8Array;
}

const RUNS: Place = { database: 'inscape', store: 'kept-runs', keyPath: 'id' };
/** Snapshots have some megabytes each; older ones are dropped beyond this. */
const MOST_KEPT = 12;

const memory = new Map<string, KeptRun>();
let queue: Promise<unknown> = Promise.resolve();
let lasts = true;

/** The name of a run among those kept. */
export function keptId(setup: TrainSetup, seed: number): string {
  const { task, n_train_files, n_steps, backend } = setup;
  return [task, seed, n_train_files ?? 'all', n_steps ?? 'all', backend].join('/');
}

/** Keeps a snapshot. Resolves to whether it outlives the page. */
export function keepRun(run: KeptRun): Promise<boolean> {
  return next(async () => {
    try {
      await inStore(RUNS, 'readwrite', (store) => store.put(run));
      memory.delete(run.id);
      lasts = true;
    } catch {
      memory.set(run.id, run);
      lasts = false;
    }
    await prune();
    return lasts;
  });
}

/** Every kept run, newest first. */
export function listKept(): Promise<KeptRun[]> {
  return next(all);
}

export function dropKept(ids: readonly string[]): Promise<void> {
  return next(() => remove(ids));
}

/** One after another, so that a run that is dropped is not kept again by a write before it. */
function next<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(work);
  queue = done.catch(() => {});
  return done;
}

async function all(): Promise<KeptRun[]> {
  const stored = await inStore<KeptRun[]>(RUNS, 'readonly', (store) => store.getAll()).catch(() => []);
  const rest = stored.filter(({ id }) => !memory.has(id));
  return [...memory.values(), ...rest].sort((a, b) => b.at - a.at);
}

async function remove(ids: readonly string[]) {
  for (const id of ids) {
    memory.delete(id);
    await inStore(RUNS, 'readwrite', (store) => store.delete(id)).catch(() => {});
  }
}

async function prune() {
  const surplus = (await all()).slice(MOST_KEPT);
  if (surplus.length > 0) await remove(surplus.map(({ id }) => id));
}
