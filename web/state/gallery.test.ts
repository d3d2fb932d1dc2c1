import { describe, expect, it } from 'vitest';
import type { ListedCard } from '../experiments/cards';
import { FAKE_CARDS } from '../lab/fake-cards';
import { type GalleryFilter, isFiltered, NO_FILTER, passes } from './gallery';

const CARDS: ListedCard[] = FAKE_CARDS.map((card) => ({ ...card, n_exercises: card.exercises.length }));

/** The names of the cards that pass. */
const found = (patch: Partial<GalleryFilter>) =>
  CARDS.filter((card) => passes(card, { ...NO_FILTER, ...patch }, 'A wing')).map(({ slug }) => slug);

describe('the gallery', () => {
  it('shows everything until something is asked', () => {
    expect(found({})).toHaveLength(CARDS.length);
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, words: ' ' })).toBe(false);
    expect(isFiltered({ ...NO_FILTER, seconds: 10 })).toBe(true);
  });

  it('finds words in title, paper, authors and claims, every one of them, in any case and without accents', () => {
    expect(found({ words: 'RETRIEVAL heads' })).toEqual(['fake-heads']);
    expect(found({ words: 'alléman geometry' })).toEqual(['fake-geometry']);
    expect(found({ words: 'a wing' })).toHaveLength(CARDS.length);
    expect(found({ words: 'retrieval alleman' })).toEqual([]);
  });

  it('leaves out what needs a graphics card, time, a model, or has no exercises', () => {
    expect(found({ isWithoutGpu: true })).toEqual(['fake-geometry']);
    expect(found({ seconds: 30 })).toEqual(['fake-geometry']);
    expect(found({ seconds: 90 })).toHaveLength(2);
    expect(found({ model: 'needed' })).toEqual(['fake-heads']);
    expect(found({ model: 'none' })).toEqual(['fake-geometry']);
    expect(found({ hasExercises: true })).toEqual(['fake-geometry']);
  });
});
