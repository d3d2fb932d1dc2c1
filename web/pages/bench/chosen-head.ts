// The attention head that is looked at, which grids of heads and the patterns share.

import { signal } from '@preact/signals';
import { bench } from '../../state/bench';
import { change, putView } from './changes';
import { patterns } from './views/patterns';

export interface Head {
  layer: number;
  head: number;
}

/** The head that was chosen last; undefined before. */
export const chosenHead = signal<Head | undefined>(undefined);

/** Chooses a head and shows its pattern, adding that closer look if it is not there. */
export function showHead(head: Head) {
  chosenHead.value = head;
  const { recipe } = bench.value;
  if (!recipe.views.some((view) => view.kind === 'patterns'))
    putView(recipe.views.length, patterns.fresh(recipe, []), 0);
}

/** Brings the picture of the chosen head into view, with the focus on it. */
export function goToPattern() {
  const picture = document.querySelector<HTMLElement>('.pattern-grid [aria-pressed="true"]');
  picture?.closest('figure')?.scrollIntoView({ block: 'nearest' });
  picture?.focus();
}

/** The line of a change that takes a head out. */
export const lineOff = ({ layer, head }: Head) => `z.${layer} heads ${head} = zero`;

export const isOff = (head: Head) => bench.value.recipe.changes.includes(lineOff(head));

/** Takes a head out of the model, or puts it back. */
export function switchHead(head: Head) {
  const { changes } = bench.value.recipe;
  const line = lineOff(head);
  change({ changes: isOff(head) ? changes.filter((other) => other !== line) : [...changes, line] }, 0);
}
