// Each page comes when it is asked for, so that its first picture waits for no other.

import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { ErrorReport } from '../lab/types';
import { type Page, page } from '../state/page';
import { asProblem, problem } from '../state/problem';
import { t } from '../words/words';

export interface Door<M> {
  /** The page, once it is here. */
  view: Signal<ComponentType | undefined>;
  /** What is opened, in words: `the training page`. */
  words: string;
  /** Why it is not here. */
  unopened: Signal<ErrorReport | undefined>;
  /** Loads the page. Rejects with an `ErrorReport`. */
  load(): Promise<M>;
  /** Loads the page for the visitor; what fails is shown. */
  open(): Promise<void>;
  /** Opens the page whenever the address asks for it. */
  listen(): void;
}

export function makeDoor<M>(
  at: Page,
  words: string,
  loadModule: () => Promise<M>,
  viewOf: (module: M) => ComponentType,
): Door<M> {
  const view = signal<ComponentType | undefined>(undefined);
  const unopened = signal<ErrorReport | undefined>(undefined);
  const load = async () => {
    try {
      const module = await loadModule();
      view.value = viewOf(module);
      return module;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw problem('fetch', t`Loading ${words} failed: ${reason}. Check the connection and try again.`);
    }
  };
  const open = async () => {
    unopened.value = undefined;
    await load().catch((error: unknown) => {
      unopened.value = asProblem(error);
    });
  };
  const listen = () => {
    page.subscribe((now) => {
      if (now === at && !view.value) void open();
    });
  };
  return { view, words, unopened, load, open, listen };
}
