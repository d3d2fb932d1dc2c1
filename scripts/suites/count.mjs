/**
 * How many tests passed, failed and were skipped, from what a suite printed. A suite that ended badly without naming
 * a failed test (it did not compile, it ran out of time) counts as one failure.
 */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const nothing = { passed: 0, failed: 0, skipped: 0 };

const counters = {
  /** A check with one answer. */
  one: () => nothing,

  /** Lines `ok: …` and `failed: …`. */
  lines: (output) => ({
    passed: matches(output, /^ok: /gm),
    failed: matches(output, /^failed: /gm),
    skipped: 0,
  }),

  /**
   * `test result: ok. 3 passed; 0 failed; 1 ignored; …` of each binary. A Rust test cannot say that it was skipped: ours
   * print `skipped, … absent` and return, so that line turns a pass into a skip.
   */
  cargo: (output) => {
    const total = { ...nothing };
    for (const line of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm)) {
      total.passed += Number(line[1]);
      total.failed += Number(line[2]);
      total.skipped += Number(line[3]);
    }
    const said = matches(output, /^skipped, .*absent/gm);
    return { ...total, passed: total.passed - said, skipped: total.skipped + said };
  },

  /** Vitest's JSON report, whose place it says in a line of its own. */
  vitest: (output) => {
    const place = /^JSON report written to (.+)$/m.exec(stripVTControlCharacters(output))?.[1];
    const report = JSON.parse(readFileSync(place ?? 'no report was written', 'utf8'));
    const brokenFiles = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  },

  /** The closing lines of `node --test` in TAP. */
  node: (output) => ({
    passed: last(output, /^# pass (\d+)/gm),
    failed: last(output, /^# fail (\d+)/gm) + last(output, /^# cancelled (\d+)/gm),
    skipped: last(output, /^# skipped (\d+)/gm) + last(output, /^# todo (\d+)/gm),
  }),
};

/** Counts one suite: `kind` is a key of the counters, `succeeded` is whether every command ended with 0. */
export function count(kind, output, succeeded) {
  let result = nothing;
  try {
    result = counters[kind](output);
  } catch (error) {
    if (succeeded) throw error;
  }
  if (!succeeded && result.failed === 0) return { ...result, failed: 1 };
  if (succeeded && result.passed + result.failed + result.skipped === 0) {
    return kind === 'one' ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
  }
  return result;
}

function matches(output, pattern) {
  return [...output.matchAll(pattern)].length;
}

function last(output, pattern) {
  return Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
}
