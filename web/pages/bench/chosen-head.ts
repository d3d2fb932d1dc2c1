// The attention head that is looked at, which grids of heads and the patterns share.

import { signal } from '@preact/signals';
import { bench } from '../../state/bench';
import { change, putView } from './changes';

export interface Head {
  layer: number;
  head: number;
}

/** The head that was chosen last; undefined before. */
export const chosenHead = signal<Head | undefined>(undefined);

/** Chooses a head and shows its pattern, adding that closer look if it is not there. */
export function showHead(head: Head) {
  chosenHead.value = head;
  const { views } = bench.value.recipe;
  if (!views.some((view) => view.kind === 'patterns'))
    putView(views.length, { kind: 'patterns', text: 0, max_tokens: 64 }, 0);
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
