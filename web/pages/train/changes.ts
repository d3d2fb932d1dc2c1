// What a visitor can change before a run. The address follows.

import { keepDraft } from '../../state/drafts';
import { page } from '../../state/page';
import { updateTrain } from '../../state/train';
import { encodeSetup } from '../../state/train-link';
import { type Author, setup, type TrainSetup } from '../../state/train-setup';

/** Changes the setup. What the link's author got no longer applies to it. */
export function change(patch: Partial<TrainSetup>) {
  setup.value = { ...setup.value, ...patch };
  updateTrain({ author: undefined });
  keepDraft('train', encodeSetup(setup.value));
  writeAddress();
}

/** Another task starts with all of its own data and steps. */
export function chooseTask(task: string) {
  if (task !== setup.value.task) change({ task, n_train_files: undefined, n_steps: undefined });
}

/** Puts the setup into the address bar without a step in the history, unless another page is in view. */
export function writeAddress(author?: Author) {
  if (page.value !== 'train') return;
  const { pathname, search } = location;
  history.replaceState(null, '', `${pathname}${search}${encodeSetup(setup.value, author)}`);
}
