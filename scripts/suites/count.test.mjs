import { expect, test } from 'vitest';
import { count } from './count.mjs';

const cargo = `
test a ... ok
skipped, models/minilm-l6 absent
test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
`;

test('the results of all test binaries are summed, and a test that said it was skipped is no pass', () => {
  expect(count('cargo', cargo, false)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('a suite that did not get as far as a test counts as one failure', () => {
  expect(count('cargo', 'error: could not compile', false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(count('one', '', false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a suite that ran no test at all is a failure, a check with one answer is a pass', () => {
  expect(count('node', '# pass 0\n# fail 0', true).failed).toBe(1);
  expect(count('one', '', true).passed).toBe(1);
});

test('the closing lines of node --test are read, with cancelled tests as failures', () => {
  const output = '# pass 1\n# tests 6\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n';
  expect(count('node', output, false)).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test('lines of checks are counted', () => {
  expect(count('lines', 'ok: one\nfailed: two\n  detail\nok: three\n', false)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 0,
  });
});
