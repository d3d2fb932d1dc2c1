/**
 * Times Inscape and its peers, an engine after the other on each workload, and writes the report after every cell, so
 * that an interrupted run leaves what it has. Ends with 1 where Inscape failed, was wrong or missed a bar.
 *   node tests/bench/peers.mjs [--workloads a,b] [--engines a,b] [--timeout S] [--out FOLDER]
 *     --url NAME=http://…   also time this page (it keeps the contract in README.md); may be repeated
 *     --native FILE         show these times of native/main.py as well; may be repeated
 *     --lab FOLDER          the wasm to time, instead of .cache/bench/lab
 *     --isolated            cross-origin isolated pages, whose clock is finer
 *     --repetitions N       at least so many a cell: 5; with 1 a run checks outputs rather than times
 *     --timeout S           the seconds that one cell may take: 300
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describeMachine } from '../../scripts/benches/machine.mjs';
import { bundlePeers } from './harness/bundles.mjs';
import { runCell } from './harness/cell.mjs';
import { engines as knownEngines, paths } from './harness/engines.mjs';
import { readOptions } from './harness/options.mjs';
import { benchServer, listen } from './harness/server.mjs';
import { Session } from './harness/session.mjs';
import { peerVersions } from './harness/versions.mjs';
import { reportAsMarkdown, timeText } from './report/markdown.mjs';
import { isAsPromised, summarise } from './report/summary.mjs';

const HERE = import.meta.dirname;
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const options = readOptions(process.argv.slice(2));
const references = readJson(`${HERE}/refs.json`);
const native = options.native.map(readJson).map(withStatistics);
const isOurs = (name) => knownEngines.some((engine) => engine.isOurs && engine.name === name);

const bundles = await bundlePeers(['ort', 'transformersjs', 'tfjs', 'jax'], HERE);
const server = benchServer({ here: HERE, lab: options.lab, bundles, isIsolated: options.isolated });
const origin = await listen(server);
const session = new Session();
const adapter = await session.describeAdapter(origin);
const machine = describeMachine(`Chromium ${await session.version()}`);
const cells = [];
mkdirSync(options.out, { recursive: true });

for (const workload of options.workloads)
  for (const engine of options.engines) {
    const cell = await runCell(session, {
      engine,
      workload,
      origin,
      repetitions: options.repetitions,
      timeout_s: options.timeout_s,
      reference: references[workload.name],
    });
    cells.push(cell);
    console.log(progressLine(cell));
    write();
  }
await session.close();
server.closeAllConnections();
server.close();

const { text, summaries } = write();
console.log(`\n${text}`);
process.exit(isAsPromised(cells, summaries, isOurs) ? 0 : 1);

/** Writes what there is so far, as JSON and as Markdown. */
function write() {
  const facts = {
    machine,
    session: {
      adapter,
      is_isolated: options.isolated,
      repetitions: options.repetitions,
      n_browsers: session.n_browsers,
    },
    versions: peerVersions(HERE),
    cells,
    summaries: paths.map(({ name }) => summarise(cells, name, isOurs)),
    native,
  };
  const text = reportAsMarkdown({ ...facts, isOurs });
  writeFileSync(`${options.out}/peers.json`, `${JSON.stringify(facts, undefined, 1)}\n`);
  writeFileSync(`${options.out}/peers.md`, `${text}\n`);
  return { text, summaries: facts.summaries };
}

function progressLine(cell) {
  const errors = [cell.check_error, cell.head_error].map((error) => error?.toExponential(1) ?? '–');
  const times = cell.ms?.length ? `n=${cell.ms.length}${cell.steps ? `×${cell.steps}` : ''}` : '';
  const why = cell.na ?? cell.error ?? `errors ${errors.join(', ')}`;
  return [
    cell.workload.padEnd(20),
    cell.engine.padEnd(22),
    timeText(cell).padEnd(28),
    times.padEnd(8),
    `${cell.total_s} s`.padEnd(8),
    `others ${cell.others_busy}`.padEnd(12),
    why,
  ].join(' ');
}

/** A file of native/main.py with the same statistics as the cells here. */
function withStatistics({ engine, results }) {
  const rows = Object.entries(results).map(([name, row]) => {
    const sorted = [...row.ms].sort((a, b) => a - b);
    return [name, { ...row, median: sorted[sorted.length >> 1], min: sorted[0], max: sorted.at(-1) }];
  });
  return { engine, results: Object.fromEntries(rows) };
}
