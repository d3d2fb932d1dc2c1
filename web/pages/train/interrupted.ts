import type { ErrorReport } from '../../lab/types';
import { type Run, stepNow } from '../../state/train';
import { t } from '../../words/words';
import { whole } from './sentences';

/** What broke a training off, with a word on what is kept of it. */
export function interrupted(report: ErrorReport, runs: readonly Run[]): ErrorReport {
  const steps = runs.flatMap(({ kept_step, report }) =>
    report || kept_step === undefined ? [] : [kept_step],
  );
  const at = Math.min(...runs.filter((run) => !run.report).map((run) => stepNow(run)));
  const snapshot =
    steps.length === 0
      ? t`No snapshot had been taken yet, so it starts anew.`
      : t`The last snapshot (step ${whole(Math.min(...steps))}) is kept: resume from it when you like.`;
  const isBegun = Number.isFinite(at) && at > 0;
  const words = [report.message, ...report.causes].join(' ');
  if (report.kind === 'cancelled') {
    const message = isBegun
      ? t`The run was cancelled after step ${whole(at)}. ${snapshot}`
      : t`The run was cancelled.`;
    return { ...report, message };
  }
  if (report.kind === 'trap') {
    const message = isBegun
      ? t`The engine stopped in the middle of training, after step ${whole(at)}, and was restarted. ${snapshot}`
      : t`The engine stopped in the middle of training and was restarted. ${snapshot}`;
    return { ...report, message };
  }
  if (/\blost\b/i.test(words)) {
    const message = isBegun
      ? t`The graphics device was lost after step ${whole(at)}. ${snapshot}`
      : t`The graphics device was lost. ${snapshot}`;
    return { kind: 'device', message, causes: [report.message, ...report.causes] };
  }
  return report;
}
