// The one state of the bench. What a link carries is `recipe`; the rest is found on this machine.

import { signal } from '@preact/signals';
import type { ModelAbout } from '../fetch/model-about';
import type { ModelEntry } from '../fetch/model-index';
import type { RemoteFile } from '../fetch/store/store';
import type { Catalogue } from '../lab/engine';
import type { ModelFiles } from '../lab/protocol';
import type {
  Backend,
  Capability,
  Digest,
  ErrorReport,
  ModelCard,
  Recipe,
  Report,
  Verdict,
} from '../lab/types';
import { defaultRecipe } from './defaults';
import { isSame } from './same';

/** A report on the page, and where it came from. */
export interface Shown {
  report: Report;
  /** The recipe that was asked for, to tell whether the figures are stale. */
  asked: Recipe;
  /** ISO date of a stored result (may be empty); absent for one computed here. */
  stored?: string;
}

/** Work in progress. */
export interface Job {
  stage: string;
  /** Done share, 0 to 1; absent while it cannot be told. */
  done?: number | undefined;
  secondsLeft?: number | undefined;
}

/** What a re-run was held against. */
export interface Comparison {
  verdict: Verdict;
  against: 'link' | 'stored';
  backend: Backend;
  /** Engine versions there and here. */
  engines: [string, string];
}

export interface OwnImage {
  name: string;
  blob: Blob;
  sha256: string;
}

export interface BenchState {
  recipe: Recipe;
  /** What the link's author measured; gone with the first change. */
  author?: Digest | undefined;
  /** Whether a link or file asks for the recipe, and the visitor has changed nothing in it. */
  isLinked?: boolean | undefined;
  models: ModelEntry[];
  ownModel?: ModelFiles | undefined;
  /** What the own model's folder says of it. */
  ownAbout?: ModelAbout | undefined;
  ownImages: OwnImage[];
  card?: ModelCard | undefined;
  /** Files of the open model's weights that lie on a server. */
  remotes: RemoteFile[];
  catalogue?: Catalogue | undefined;
  capability?: Capability | undefined;
  shown?: Shown | undefined;
  job?: Job | undefined;
  problem?: ErrorReport | undefined;
  /** An address that a link names and that the visitor has not agreed to yet. */
  consent?: string | undefined;
  comparison?: Comparison | undefined;
  notice?: string | undefined;
}

export const bench = signal<BenchState>({ recipe: defaultRecipe(), models: [], ownImages: [], remotes: [] });

/** Whether the figures belong to another recipe than the one that is asked for. */
export function isStale({ shown, recipe }: BenchState): boolean {
  return shown !== undefined && !isSame({ ...shown.asked, backend: '' }, { ...recipe, backend: '' });
}

export function update(patch: Partial<BenchState>) {
  bench.value = { ...bench.value, ...patch };
}
