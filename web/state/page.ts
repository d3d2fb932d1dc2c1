// Which of the pages the address asks for. An address that asks for nothing opens the gallery; a recipe's hash belongs
// to the bench, as does an empty one within another page, where the gallery has no place.

import { signal } from '@preact/signals';
import { embed } from './embed';

export type Page = 'gallery' | 'experiment' | 'bench' | 'train' | 'data';

/** The hash of the gallery. */
export const HOME_HASH = '#';
/** The hash of the bench as it first opens. */
export const BENCH_HASH = '#bench';

export function pageOf(hash: string): Page {
  if (/^#x\//.test(hash)) return 'experiment';
  const [, name] = /^#(train|data|bench)(?:\?|$)/.exec(hash) ?? [];
  if (name) return name as Page;
  if (/^#v\d*z?=/.test(hash)) return 'bench';
  return embed ? 'bench' : 'gallery';
}

/** The page in view. */
export const page = signal<Page>(pageOf(globalThis.location?.hash ?? ''));

/** Follows the address from now on. */
export function followAddress() {
  window.addEventListener('hashchange', () => {
    page.value = pageOf(location.hash);
  });
}
