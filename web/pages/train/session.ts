// The finished runs in view are kept for this tab, weights and all, so that a reload finds them.

import { keepPart, readParts } from '../../state/session';
import { type Run, type Shown, train, updateTrain } from '../../state/train';

const RUNS = 'train/runs';

interface KeptView {
  shown: Shown;
  runs: Run[];
}

let taken: Promise<void> | undefined;

/** Shows the runs of before a reload, once, and keeps those that are finished from then on. */
export function takeUpRuns(): Promise<void> {
  taken ??= readParts(RUNS).then((parts) => {
    const view = parts.get(RUNS) as KeptView | undefined;
    if (view && !train.value.shown && train.value.phase === 'idle') updateTrain(view);
    follow();
  });
  return taken;
}

function follow() {
  let kept = train.value.runs;
  train.subscribe(({ phase, shown, runs }) => {
    if (phase !== 'idle' || !shown || runs === kept || runs.length === 0 || !runs.every((run) => run.report))
      return;
    kept = runs;
    const bytes = runs.reduce((sum, { report }) => sum + (report?.weights.length ?? 0), 0);
    void keepPart(RUNS, { shown, runs } satisfies KeptView, bytes);
  });
}
