// The one state of the experiment page: which experiment, what is asked of it, and what came out.

import { signal } from '@preact/signals';
import type { Claim, ExperimentCard, ExperimentRecipe, ExperimentReport } from '../lab/experiment-types';
import type { ErrorReport, Figure, Verdict } from '../lab/types';
import type { Job } from './bench';
import { areSame } from './experiment-params';

/** A finished run, and what was asked. */
export interface ShownRun {
  report: ExperimentReport;
  /** Without a digest. */
  asked: ExperimentRecipe;
  /** Against a link's author, where there is one. */
  verdict?: Verdict | undefined;
  /** When it ended, milliseconds since 1970. */
  at: number;
}

/** One seed of a verification. */
export interface VerifiedSeed {
  seed: number;
  claims?: Claim[] | undefined;
  seconds?: number | undefined;
  problem?: ErrorReport | undefined;
}

export interface Verification {
  /** What was asked, with another seed each time. */
  asked: ExperimentRecipe;
  seeds: VerifiedSeed[];
}

/** Of a file that was handed in: whose it is, and what of it was right. */
export interface HandedIn {
  name: string;
  answers: { is_right: boolean | null }[];
}

export type Phase = 'idle' | 'preparing' | 'running' | 'paused' | 'stopping';

export interface ExperimentState {
  /** Named by the address; its card follows. */
  slug: string;
  card?: ExperimentCard | undefined;
  /** What is asked now, without a digest. */
  recipe?: ExperimentRecipe | undefined;
  /** What the address's author ran, until something else is asked. */
  author?: ExperimentRecipe | undefined;
  phase: Phase;
  job?: Job | undefined;
  /** Figures of the run that is going on. */
  live?: Figure[] | undefined;
  shown?: ShownRun | undefined;
  /** A run of the defaults that came with the page; shown until there is another. */
  stored?: ExperimentReport | undefined;
  /** A run that was put aside, to be compared with. */
  kept?: ShownRun | undefined;
  isComparing: boolean;
  verification?: Verification | undefined;
  /** A run that was going on when the page was left. */
  interrupted?: ExperimentRecipe | undefined;
  /** What a student handed in, whose run is run again. */
  handedIn?: HandedIn | undefined;
  problem?: ErrorReport | undefined;
  notice?: string | undefined;
}

export const FRESH: ExperimentState = { slug: '', phase: 'idle', isComparing: false };

export const experiment = signal<ExperimentState>(FRESH);

export function updateExperiment(patch: Partial<ExperimentState>) {
  experiment.value = { ...experiment.value, ...patch };
}

/** Whether something is being run that a change of settings would contradict. */
export const isBusy = ({ phase }: ExperimentState) => phase !== 'idle';

/** Whether two recipes ask for the same run. */
export function isSameRun(a: ExperimentRecipe, b: ExperimentRecipe): boolean {
  return (
    a.experiment === b.experiment &&
    a.defaults === b.defaults &&
    a.seed === b.seed &&
    a.backend === b.backend &&
    areSame(a.params, b.params)
  );
}

/** Whether the figures belong to another run than the one that is asked for. */
export function isOtherRun({ shown, recipe }: ExperimentState): boolean {
  return shown !== undefined && recipe !== undefined && !isSameRun(shown.asked, recipe);
}
