import type { ErrorReport } from '../../lab/types';
import { type Run, stepNow } from '../../state/train';
import { whole } from './sentences';

/** What broke a training off, with a word on what is kept of it. */
export function interrupted(report: ErrorReport, runs: readonly Run[]): ErrorReport {
  const steps = runs.flatMap(({ kept_step, report }) =>
    report || kept_step === undefined ? [] : [kept_step],
  );
  const at = Math.min(...runs.filter((run) => !run.report).map((run) => stepNow(run)));
  const snapshot =
    steps.length === 0
      ? 'No snapshot had been taken yet, so it starts anew.'
      : `The last snapshot (step ${whole(Math.min(...steps))}) is kept: resume from it when you like.`;
  const isBegun = Number.isFinite(at) && at > 0;
  const words = [report.message, ...report.causes].join(' ');
  if (report.kind === 'cancelled') {
    const where = isBegun ? ` after step ${whole(at)}. ${snapshot}` : '.';
    return { ...report, message: `The run was cancelled${where}` };
  }
  if (report.kind === 'trap') {
    const where = isBegun ? `, after step ${whole(at)},` : '';
    return {
      ...report,
      message: `The engine stopped in the middle of training${where} and was restarted. ${snapshot}`,
    };
  }
  if (/\blost\b/i.test(words)) {
    const message = `The graphics device was lost${isBegun ? ` after step ${whole(at)}` : ''}. ${snapshot}`;
    return { kind: 'device', message, causes: [report.message, ...report.causes] };
  }
  return report;
}
