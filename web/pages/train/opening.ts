// How the page starts: the address says what is to be trained; nothing is fetched or trained before the visitor says so.

import { offerDraft } from '../../state/drafts';
import { pageOf } from '../../state/page';
import { asProblem } from '../../state/problem';
import { isBusy, train, updateTrain } from '../../state/train';
import { decodeSetup, encodeSetup } from '../../state/train-link';
import { setup } from '../../state/train-setup';
import { findKept, loadTasks } from './run';
import { takeUpRuns } from './session';

/** Reads the address now and whenever it changes. Returns what ends that. */
export function open(): () => void {
  readAddress();
  window.addEventListener('hashchange', readAddress);
  void takeUpRuns();
  void findKept();
  // A page that was just reloaded may not have let go of its runs yet.
  const again = setTimeout(() => void findKept(), 1500);
  void ask();
  return () => {
    clearTimeout(again);
    window.removeEventListener('hashchange', readAddress);
  };
}

function readAddress() {
  const { hash } = location;
  // The bare page shows what was on it before.
  if (pageOf(hash) !== 'train' || !hash.includes('?') || isBusy(train.value)) return;
  try {
    const { setup: asked, author } = decodeSetup(hash);
    setup.value = asked;
    updateTrain({ author, problem: undefined });
    offerDraft('train', encodeSetup(asked));
  } catch (error) {
    updateTrain({ problem: asProblem(error) });
  }
}

async function ask() {
  try {
    await loadTasks();
  } catch (error) {
    updateTrain({ problem: asProblem(error) });
  }
}
