import { effect } from '@preact/signals';
import { keepOffline } from '../fetch/offline/register';
import { bench } from '../state/bench';
import { experiment, isBusy } from '../state/experiment';
import { page } from '../state/page';

/** Keeps the page for use without a network once it has done what it was opened for, so that neither delays the other. */
export function keepWhenQuiet() {
  let isAsked = false;
  const end = effect(() => {
    if (isAsked || !isQuiet()) return;
    isAsked = true;
    void keepOffline();
    queueMicrotask(() => end());
  });
}

function isQuiet(): boolean {
  if (page.value === 'experiment') return !isBusy(experiment.value);
  if (page.value !== 'bench') return true;
  const { job, shown, problem, consent } = bench.value;
  const isComputed = shown !== undefined && shown.stored === undefined;
  return job === undefined && (isComputed || problem !== undefined || consent !== undefined);
}
