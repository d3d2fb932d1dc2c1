/** The rules of the architecture, as a script that fails: one line a rule, `ok: …` or `failed: …` with its places. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { checkDoors, checkOrder, readPackages } from './crates.mjs';
import { checkColours, checkExports, checkLeftovers, checkLength, checkNetwork } from './sources.mjs';

const GENERATED = /^web\/lab\/((?:experiment-)?types\.ts$|wasm\/)/;

const packages = readPackages();
const files = listFiles();

for (const sentence of checkLength(files, 300)) console.log(`warning: ${sentence}`);
const results = [
  rule('crates use only the stages before them', checkOrder(packages)),
  rule('each outside library comes in by its own crate', checkDoors(packages)),
  rule('only the wasm faces export to JavaScript', checkExports(files)),
  rule('only web/fetch touches the network', checkNetwork(files)),
  rule('colours are named in one file', checkColours(files)),
  rule('no file has more than 400 lines', checkLength(files, 400)),
  rule('nothing is left unfinished', checkLeftovers(files)),
];
process.exit(results.every(Boolean) ? 0 : 1);

function rule(sentence, faults) {
  console.log(`${faults.length === 0 ? 'ok' : 'failed'}: ${sentence}`);
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length === 0;
}

/** Files that git tracks or would, with their text; built and generated ones apart. */
function listFiles() {
  const list = execFileSync('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'crates',
    'web',
    'scripts',
    'tests',
  ]);
  return list
    .toString()
    .split('\n')
    .filter(
      (path) =>
        path !== '' &&
        !GENERATED.test(path) &&
        /\.(rs|wgsl|tsx?|css|mjs|py|sh)$/.test(path) &&
        existsSync(path),
    )
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
