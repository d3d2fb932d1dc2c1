/** Runs the suites that were asked for and prints their times; called by scripts/test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { count } from './count.mjs';
import { suites } from './list.mjs';
import { runCommand } from './process.mjs';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, list: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const known = suites.map((suite) => suite.name);
const unknown = positionals.filter((name) => !known.includes(name));
if (values.list || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no suite called ${unknown.join(', ')}. The suites are:`);
  console.log(known.join('\n'));
  process.exit(unknown.length > 0 ? 2 : 0);
}
mkdirSync('test-results', { recursive: true });

const ready = new Set();
const total = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
for (const suite of suites.filter(wanted)) {
  const started = performance.now();
  console.log(`\n== ${suite.name}`);
  const { succeeded, output } = await runSuite(suite);
  const result = count(suite.count, output, succeeded);
  for (const kind of Object.keys(total)) total[kind] += result[kind];
  writeFileSync(`test-results/${suite.name}.log`, output);
  rows.push({ suite: suite.name, ...result, seconds: Math.round((performance.now() - started) / 1000) });
}

console.log('');
for (const { suite, passed, failed, skipped, seconds } of rows) {
  console.log(
    `${suite.padEnd(14)}${`${seconds} s`.padStart(8)}   ${passed} passed, ${failed} failed, ${skipped} skipped`,
  );
}
const skipsFail = process.env.CI === 'true' && total.skipped > 0;
if (skipsFail) console.log('Under CI=true a skipped test is a failure.');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || skipsFail ? 1 : 0);

function wanted(suite) {
  if (positionals.length > 0) return positionals.includes(suite.name);
  return !values.quick || suite.quick === true;
}

/** Sets up what the suite needs and is not yet set up, then runs its commands; the first that fails ends it. */
async function runSuite(suite) {
  const show = (piece) => process.stdout.write(piece);
  let output = '';
  const setUp = (suite.needs ?? [])
    .filter((need) => !ready.has(need))
    .map((need) => ['scripts/setup/main.sh', need]);
  for (const command of [...setUp, ...suite.run]) {
    const isSetUp = setUp.includes(command);
    const limit_s = isSetUp ? 1200 : suite.limit_s;
    const result = await runCommand(command, { env: suite.env?.(), limit_s, show });
    output += result.output;
    if (result.timed_out) {
      const sentence = `${command.join(' ')} was ended: it took longer than ${limit_s} s.\n`;
      process.stdout.write(sentence);
      output += sentence;
    }
    if (!result.succeeded) return { succeeded: false, output };
    if (isSetUp) ready.add(command[1]);
  }
  return { succeeded: true, output };
}
