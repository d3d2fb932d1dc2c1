// The training page comes when it is asked for, so that the bench's first picture does not wait for it.

import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { ErrorReport } from '../lab/types';
import { page } from '../state/page';
import { problem } from '../state/problem';

/** The page, once it is here. */
export const training = signal<ComponentType | undefined>(undefined);
/** Why it is not. */
export const unopened = signal<ErrorReport | undefined>(undefined);

/** Loads the training page. Rejects with an `ErrorReport`. */
export async function loadTraining(): Promise<typeof import('./train/training')> {
  try {
    const module = await import('./train/training');
    training.value = module.Training;
    return module;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw problem('fetch', `Loading the training page failed: ${words}. Check the connection and try again.`);
  }
}

/** Loads the training page for the visitor; what fails is shown. */
export async function openTraining() {
  unopened.value = undefined;
  try {
    await loadTraining();
  } catch (error) {
    unopened.value = error as ErrorReport;
  }
}

/** Opens the training page whenever the address asks for it. */
export function listenForTraining() {
  page.subscribe((at) => {
    if (at === 'train' && !training.value) void openTraining();
  });
}
