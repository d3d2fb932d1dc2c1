// What a visitor can change before a run. The address follows.

import { keepDraft } from '../../state/drafts';
import { page } from '../../state/page';
import { train, updateTrain } from '../../state/train';
import { encodeSetup } from '../../state/train-link';
import { type Author, setup, type TrainSetup } from '../../state/train-setup';
import { did } from '../../state/undo';
import { t } from '../../words/words';

/** Changes the setup. What the link's author got no longer applies to it. */
export function change(patch: Partial<TrainSetup>) {
  const before = { setup: setup.value, author: train.value.author };
  const after = { setup: { ...setup.value, ...patch }, author: undefined };
  put(after);
  keepDraft('train', encodeSetup(setup.value));
  const [field] = Object.keys(patch) as (keyof TrainSetup)[];
  did('train', {
    words: WORDS[field!],
    key: Object.keys(patch).join(),
    undo: () => put(before),
    redo: () => put(after),
  });
}

/** What each part of a setup is called in “Undone: …”. */
const WORDS: Record<keyof TrainSetup, string> = {
  task: t`choice of the task`,
  seed: t`choice of the seed`,
  n_runs: t`number of runs`,
  n_train_files: t`share of the data`,
  n_steps: t`number of steps`,
  backend: t`choice of the engine`,
};

function put({ setup: next, author }: { setup: TrainSetup; author: Author | undefined }) {
  setup.value = next;
  updateTrain({ author });
  writeAddress(author);
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
