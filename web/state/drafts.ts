// The last bench of this browser. It is offered, never put in place of a link.

import { embed } from './embed';
import { remember, remembered } from './remember';

const KEY = 'inscape.draft';

export interface Draft {
  /** As in a link. */
  hash: string;
  /** When it was left, milliseconds since 1970. */
  at: number;
}

export function readDraft(): Draft | undefined {
  try {
    const draft = JSON.parse(remembered(KEY) ?? 'null') as Draft | null;
    return draft && typeof draft.hash === 'string' && typeof draft.at === 'number' ? draft : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(hash: string) {
  // What another page shows is no bench of the visitor's.
  if (embed) return;
  remember(KEY, JSON.stringify({ hash, at: Date.now() }));
}

export function dropDraft() {
  remember(KEY, undefined);
}
