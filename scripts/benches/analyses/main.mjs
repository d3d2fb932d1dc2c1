/**
 * Analyses beside their peers in Python, natively and on the built page: all of them on one thread, in one run, in turns.
 * Prints a table of the least times and their ratios; ends with 1 where a bar is missed or somebody's numbers differ.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../../../tests/bench/report/table.mjs';
import { describeMachine } from '../machine.mjs';
import { builtPage, program } from './contestants.mjs';
import { arrays, workloads } from './workloads.mjs';

/** The most that Inscape may take, as a multiple of its peer's time. */
const BARS = { native: 1, page: 2 };
const PEERS = 'scripts/benches/analyses/peers.py';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    python: { type: 'string', default: '.cache/analysis-peers/bin/python' },
    repetitions: { type: 'string', default: '3' },
    workloads: { type: 'string' },
  },
});
const n_repetitions = Number(options.repetitions);
if (!(Number.isInteger(n_repetitions) && n_repetitions > 0))
  throw new Error(
    `--repetitions expected a whole number above 0, but it was given “${options.repetitions}”.`,
  );
const chosen = options.workloads ? options.workloads.split(',').map(workloadNamed) : workloads;

const folder = mkdtempSync(join(tmpdir(), 'inscape-analyses-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
execFileSync(options.python, [PEERS, 'make', folder]);
const contestants = {
  peer: program(options.python, [PEERS, 'run', folder]),
  native: program('cargo', ['bench', '-q', '-p', 'inscape-analysis', '--bench', 'peers', '--', folder]),
  page: await builtPage(arrays.map((name) => join(folder, `${name}.npy`))),
};
const machine = describeMachine(`Chromium ${contestants.page.version} (headless)`);

const results = chosen.map((workload) => ({ workload, runs: { peer: [], native: [], page: [] } }));
for (let repetition = 0; repetition < n_repetitions; repetition++) {
  for (const { workload, runs } of results) {
    for (const [who, contestant] of Object.entries(contestants))
      runs[who].push(await contestant.time(workload));
  }
}
for (const contestant of Object.values(contestants)) await contestant.close();

const facts = results.map(({ workload, runs }) => {
  const ms = Object.fromEntries(
    Object.entries(runs).map(([who, of]) => [who, Math.min(...of.map((run) => run.ms))]),
  );
  const ratios = { native: ms.native / ms.peer, page: ms.page / ms.peer };
  const missed = Object.keys(BARS).filter((who) => ratios[who] > BARS[who]);
  return {
    workload: workload.name,
    title: workload.title,
    ms,
    ratios,
    missed,
    differ: differences(workload, runs),
  };
});

for (const [name, value] of Object.entries(machine)) console.log(`${name.padEnd(14)}${value}`);
console.log(`\nLeast of ${n_repetitions} times in ms; in brackets the multiple of the peer's time.\n`);
const times = (ms) => ms.toFixed(ms < 100 ? 1 : 0);
const cell = ({ ms, ratios, missed }, who) =>
  `${times(ms[who])} (${ratios[who].toFixed(2)}${missed.includes(who) ? ', MISSED' : ''})`;
console.log(
  table(
    ['', 'peer', 'ms', `native, bar ${BARS.native}`, `page, bar ${BARS.page}`],
    facts.map((fact, at) => [
      fact.title,
      chosen[at].peer,
      times(fact.ms.peer),
      cell(fact, 'native'),
      cell(fact, 'page'),
    ]),
  ),
);
for (const { title, differ } of facts) for (const sentence of differ) console.log(`${title}: ${sentence}`);
if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine, facts }, undefined, 1)}\n`);
process.exit(facts.every(({ missed, differ }) => missed.length + differ.length === 0) ? 0 : 1);

/** Sentences about numbers that are not the peer's. */
function differences({ tolerances, peer }, runs) {
  const [wanted] = runs.peer;
  return ['native', 'page'].flatMap((who) =>
    runs[who][0].values.flatMap((value, at) =>
      Math.abs(value - wanted.values[at]) <= tolerances[at]
        ? []
        : [`${who} came to ${value} where ${peer} came to ${wanted.values[at]}.`],
    ),
  );
}

function workloadNamed(name) {
  const found = workloads.find((workload) => workload.name === name);
  const known = workloads.map((workload) => workload.name).join(', ');
  if (!found) throw new Error(`--workloads expected names among ${known}, but it was given “${name}”.`);
  return found;
}
