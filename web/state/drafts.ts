// What the visitor last made of each page in this browser. It is offered, never put in place of a link.

import { signal } from '@preact/signals';
import { embed } from './embed';
import type { Page } from './page';
import { remember, remembered } from './remember';

/** Pages on which work is left that no link has. */
export type Drafted = Extract<Page, 'bench' | 'train' | 'data'>;

const KEYS: Record<Drafted, string> = {
  bench: 'inscape.draft',
  train: 'inscape.draft.train',
  data: 'inscape.draft.data',
};

export interface Draft {
  /** As in a link. */
  hash: string;
  /** When it was left, milliseconds since 1970. */
  at: number;
}

/** The drafts that are offered, and whether a link is in view in their place. */
export const offered = signal<Partial<Record<Drafted, Draft & { isBesideLink: boolean }>>>({});

export function readDraft(page: Drafted): Draft | undefined {
  try {
    const draft = JSON.parse(remembered(KEYS[page]) ?? 'null') as Draft | null;
    return draft && typeof draft.hash === 'string' && typeof draft.at === 'number' ? draft : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(page: Drafted, hash: string) {
  // What another page shows is no draft of the visitor's.
  if (embed) return;
  remember(KEYS[page], JSON.stringify({ hash, at: Date.now() }));
}

/** Offers what the visitor left beside what was opened: the hash of a link without its digest, or nothing. */
export function offerDraft(page: Drafted, opened: string) {
  const draft = readDraft(page);
  const offer = draft && draft.hash !== opened ? { ...draft, isBesideLink: opened !== '' } : undefined;
  offered.value = { ...offered.value, [page]: offer };
}

/** Takes the offer away; the draft itself is forgotten where that is wanted. */
export function endOffer(page: Drafted, isForgotten: boolean) {
  if (isForgotten) remember(KEYS[page], undefined);
  offered.value = { ...offered.value, [page]: undefined };
}
