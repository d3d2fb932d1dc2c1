import type { ErrorReport } from '../../lab/types';
import { problem } from '../../state/problem';
import { t } from '../../words/words';

/** Waits between tries, in milliseconds. */
const WAITS_MS = [500, 1000, 2000];
/** A host that asks for a longer wait is told to the visitor instead. */
const LONGEST_WAIT_MS = 60_000;

/** A failure that another try may mend; `waitMs` is what the host asks for. */
export class Passing {
  readonly report: ErrorReport;
  readonly waitMs: number;
  constructor(report: ErrorReport, waitMs = 0) {
    this.report = report;
    this.waitMs = waitMs;
  }
}

/** Tries again, with growing waits, what fails in passing. Rejects with an `ErrorReport`. */
export async function retrying<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let tries = 0; ; tries++) {
    stopIf(signal);
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      const waitMs = Math.max(WAITS_MS[tries] ?? Number.POSITIVE_INFINITY, error.waitMs);
      if (waitMs > LONGEST_WAIT_MS) throw error.report;
      await wait(waitMs, signal);
    }
  }
}

/** What `Retry-After` says, in milliseconds from now: seconds, or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | null, now = Date.now()): number {
  if (header === null) return 0;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

export function stopIf(signal: AbortSignal | undefined) {
  if (signal?.aborted) throw problem('cancelled', t`The download was cancelled.`);
}

/** Resolves with the work, or rejects as soon as the visitor cancels; the work itself goes on. */
export function unlessCancelled<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const cancel = () => reject(problem('cancelled', t`The download was cancelled.`));
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
    if (signal.aborted) cancel();
  });
}

const wait = (ms: number, signal?: AbortSignal) =>
  unlessCancelled(new Promise<void>((resolve) => setTimeout(resolve, ms)), signal);
