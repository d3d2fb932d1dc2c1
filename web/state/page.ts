// Which of the pages the address asks for. A recipe's hash belongs to the bench, as does an empty one.

import { signal } from '@preact/signals';

export type Page = 'bench' | 'train' | 'data';

export function pageOf(hash: string): Page {
  const [, name] = /^#(train|data)(?:\?|$)/.exec(hash) ?? [];
  return (name as 'train' | 'data' | undefined) ?? 'bench';
}

/** The page in view. */
export const page = signal<Page>(pageOf(globalThis.location?.hash ?? ''));

/** Follows the address from now on. */
export function followAddress() {
  window.addEventListener('hashchange', () => {
    page.value = pageOf(location.hash);
  });
}
