// The one state of the training page. What a link carries is state/train-setup.ts; the rest is found on this machine.

import { signal } from '@preact/signals';
import type { DataEntry } from '../fetch/training-data';
import type { Capability, ErrorReport, TaskCard, TrainPoint, TrainProgress, TrainReport } from '../lab/types';
import type { Job } from './bench';
import type { KeptRun } from './kept-runs';
import type { Repeat } from './train-digests';
import { type Author, isSameTraining, seedsOf, setup, type TrainSetup } from './train-setup';

/** One network in training, or trained. */
export interface Run {
  seed: number;
  points: TrainPoint[];
  progress?: TrainProgress | undefined;
  /** Step of the last snapshot. */
  kept_step?: number | undefined;
  /** Device on which a resumed run had begun. */
  began_on?: string | undefined;
  report?: TrainReport | undefined;
  /** Against the last run alike in this browser; absent for a run that changed its device. */
  repeat?: Repeat | undefined;
  /** Against the link; absent when it names no digest for this seed. */
  matches_link?: boolean | undefined;
}

/** The step after which a run stands. */
export function stepNow({ report, progress, points }: Run): number {
  return report?.step ?? Math.max(progress?.step ?? 0, points.at(-1)?.step ?? 0);
}

/** What the runs in view were asked for. */
export interface Shown {
  /** Names the runs that were started together, also among kept snapshots. */
  group: string;
  setup: TrainSetup;
  seeds: number[];
  card: TaskCard;
  /** The link's author, if it was a link that asked. */
  author?: Author | undefined;
}

export interface TrainState {
  tasks: TaskCard[];
  data: DataEntry[];
  author?: Author | undefined;
  capability?: Capability | undefined;
  phase: 'idle' | 'preparing' | 'training' | 'paused' | 'stopping';
  /** What is being prepared. */
  job?: Job | undefined;
  shown?: Shown | undefined;
  runs: Run[];
  problem?: ErrorReport | undefined;
  notice?: string | undefined;
  /** Runs that were left before their end. */
  kept: KeptRun[];
}

export const train = signal<TrainState>({ tasks: [], data: [], phase: 'idle', runs: [], kept: [] });

export function updateTrain(patch: Partial<TrainState>) {
  train.value = { ...train.value, ...patch };
}

/** Whether something is being done that a change of settings would contradict. */
export const isBusy = ({ phase }: TrainState) => phase !== 'idle';

/** Whether the figure belongs to another setup than the one on the page. */
export function isOtherSetup({ shown }: TrainState, asked: TrainSetup = setup.value): boolean {
  if (!shown) return false;
  const seeds = seedsOf(asked);
  return !isSameTraining(shown.setup, asked) || !shown.seeds.every((seed) => seeds.includes(seed));
}

/** The card of a task. */
export function cardOf({ tasks }: TrainState, task: string): TaskCard | undefined {
  return tasks.find(({ id }) => id === task);
}
