// What the visitor did on each page, so that it can be taken back and done again.

import { signal } from '@preact/signals';
import type { Page } from './page';

export interface Step {
  /** What was done, as it goes on after “Undone:” */
  words: string;
  /** Changes of the same key that follow each other at once, as while typing, are one step. */
  key?: string;
  undo: () => void;
  redo: () => void;
}

interface Dated extends Step {
  at: number;
}

/** Most steps that are remembered. */
const MOST = 100;
/** Longest pause between changes that are one step. */
const TOGETHER_MS = 1200;

type Stacks = Record<Page, { past: Dated[]; future: Dated[] }>;

const empty = () => ({ past: [], future: [] });

/** The steps of each page: those that can be taken back, and those that can be done again. */
export const steps = signal<Stacks>({
  gallery: empty(),
  experiment: empty(),
  bench: empty(),
  train: empty(),
  data: empty(),
});

/** While a step is taken back, what follows from it is no step of its own. */
let isMoving = false;

/** Remembers what was just done. */
export function did(page: Page, step: Step) {
  if (isMoving) return;
  const at = Date.now();
  const { past } = steps.value[page];
  const last = past.at(-1);
  const isOne = last?.key !== undefined && last.key === step.key && at - last.at < TOGETHER_MS;
  const added = isOne ? { ...last, redo: step.redo, at } : { ...step, at };
  const before = isOne ? past.slice(0, -1) : past.slice(-(MOST - 1));
  set(page, { past: [...before, added], future: [] });
}

/** Takes the last step back and returns what it was; nothing when there is none. */
export function undo(page: Page): string | undefined {
  const { past, future } = steps.value[page];
  const step = past.at(-1);
  if (!step) return undefined;
  move(step.undo);
  set(page, { past: past.slice(0, -1), future: [...future, { ...step, at: 0 }] });
  return step.words;
}

/** Does the step again that was taken back last. */
export function redo(page: Page): string | undefined {
  const { past, future } = steps.value[page];
  const step = future.at(-1);
  if (!step) return undefined;
  move(step.redo);
  set(page, { past: [...past, step], future: future.slice(0, -1) });
  return step.words;
}

/** Forgets what was done on a page, because it shows something else now. */
export function forget(page: Page) {
  set(page, empty());
}

function move(there: () => void) {
  isMoving = true;
  try {
    there();
  } finally {
    isMoving = false;
  }
}

function set(page: Page, stacks: Stacks[Page]) {
  steps.value = { ...steps.value, [page]: stacks };
}
