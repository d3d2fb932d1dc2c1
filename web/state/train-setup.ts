// What is to be trained: the part of the training page that a link carries.

import { signal } from '@preact/signals';
import type { Backend, BackendChoice } from '../lab/types';

/** Most runs side by side: each has a worker and a copy of the data of its own. */
export const MOST_RUNS = 4;
/** Seeds are whole numbers up to this. */
export const LARGEST_SEED = 2 ** 32 - 1;

export interface TrainSetup {
  task: string;
  /** Seed of the first run; the others count up from it. */
  seed: number;
  n_runs: number;
  /** The first parts of the training data only; all when absent. */
  n_train_files?: number | undefined;
  /** Fewer steps than the task's; all when absent. */
  n_steps?: number | undefined;
  backend: BackendChoice;
}

/** What a link's author found. */
export interface Author {
  /** SHA-256 of the final weights of each run, or at least its first digits. */
  digests: string[];
  /** Where; absent when the link does not say. */
  backend?: Backend | undefined;
  /** Engine version; empty when the link does not say. */
  engine: string;
}

export const DEFAULT_SETUP: Readonly<TrainSetup> = {
  task: 'fashion-mlp',
  seed: 1,
  n_runs: 1,
  backend: 'auto',
};

/** The setup on the page. */
export const setup = signal<TrainSetup>({ ...DEFAULT_SETUP });

/** The seeds of a setup, one a run. */
export function seedsOf({ seed, n_runs }: TrainSetup): number[] {
  return Array.from({ length: n_runs }, (_, i) => seed + i);
}

/** Whether two setups ask for the same bits: how many runs there are does not matter. */
export function isSameTraining(a: TrainSetup, b: TrainSetup): boolean {
  return (
    a.task === b.task &&
    a.n_train_files === b.n_train_files &&
    a.n_steps === b.n_steps &&
    a.backend === b.backend
  );
}
