// What the visitor looks for among the experiments.

import { signal } from '@preact/signals';
import type { ListedCard } from '../experiments/cards';

export interface GalleryFilter {
  /** Words, each of which a card must have. */
  words: string;
  /** Only what runs without a graphics card. */
  isWithoutGpu: boolean;
  /** Most seconds of a run on two slow cores; any when absent. */
  seconds?: number | undefined;
  /** Whether it needs a model that has to be loaded. */
  model: 'any' | 'none' | 'needed';
  hasExercises: boolean;
}

export const NO_FILTER: Readonly<GalleryFilter> = {
  words: '',
  isWithoutGpu: false,
  model: 'any',
  hasExercises: false,
};

/** Lengths of a run among which the visitor chooses, in seconds. */
export const LENGTHS = [10, 30, 90] as const;

/** The filter on the page; it stays as it is while other pages are in view. */
export const filter = signal<GalleryFilter>(NO_FILTER);

export function changeFilter(patch: Partial<GalleryFilter>) {
  filter.value = { ...filter.value, ...patch };
}

/** Whether anything is left out. */
export function isFiltered({ words, isWithoutGpu, seconds, model, hasExercises }: GalleryFilter): boolean {
  return words.trim() !== '' || isWithoutGpu || seconds !== undefined || model !== 'any' || hasExercises;
}

/** Whether a card is shown; `wing` is the title of its wing, by which it may be found too. */
export function passes(card: ListedCard, asked: GalleryFilter, wing: string): boolean {
  const { needs } = card;
  if (asked.isWithoutGpu && needs.gpu) return false;
  if (asked.seconds !== undefined && needs.seconds_cpu > asked.seconds) return false;
  if (asked.model !== 'any' && (asked.model === 'needed') !== (needs.model !== undefined)) return false;
  if (asked.hasExercises && card.n_exercises === 0) return false;
  const text = plain(
    [card.slug, card.title, wing, card.paper.title, ...card.paper.authors, ...card.claims].join(' '),
  );
  return plain(asked.words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Small letters without accents, so that Muller finds Müller. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
