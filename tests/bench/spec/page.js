/**
 * The contract of a page: `window.benchmark(workload)` resolves to `{ ms, check, head }`, or to `{ ms: [], na }` with the
 * reason where the engine cannot do it (see README.md).
 */

export const notAvailable = (reason) => ({ ms: [], na: reason });

/** Offers `measures`, a function for each workload's name; `missing` says why there is none, by name or for all. */
export function offer(measures, { info, missing }) {
  window.engineInfo = info;
  window.benchmark = async (workload) => {
    if (measures[workload]) return measures[workload]();
    return notAvailable(typeof missing === 'string' ? missing : missing[workload]);
  };
}
