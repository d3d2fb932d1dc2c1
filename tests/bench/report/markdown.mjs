/** The whole report as Markdown. */
import { paths } from '../harness/engines.mjs';
import { table } from './table.mjs';

export function reportAsMarkdown({ machine, session, versions, cells, summaries, native, isOurs }) {
  const sections = summaries
    .filter(({ rows }) => rows.length > 0)
    .flatMap((summary) => pathSection(summary, cells, isOurs));
  return [
    '# Inscape beside its peers',
    `${machine.date.slice(0, 16).replace('T', ' ')} UTC, commit ${machine.commit}. ${machine.cpu}, ${machine.memory_gib} GiB, ` +
      `${machine.system}. ${machine.browser}, WebGPU on ${session.adapter}, cross-origin isolated: ` +
      `${session.is_isolated ? 'yes' : 'no'}; browsers started: ${session.n_browsers}.`,
    `Medians in ms (min–max) of at least ${session.repetitions} repetitions; training is ms an update, decoding ms a ` +
      'token. Every time without a mark passed its check against f64. Ratios above 1 are in favour of Inscape.',
    ...sections,
    ...countersSection(cells),
    ...nativeSection(native),
    loadSentence(cells),
    `Versions: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    ...notes(cells),
  ].join('\n\n');
}

function pathSection({ path, limit, rows }, cells, isOurs) {
  const here = cells.filter((cell) => cell.path === path);
  const names = [...new Set(here.map((cell) => cell.engine))];
  const cellOf = (workload, engine) =>
    here.find((cell) => cell.workload === workload && cell.engine === engine);
  const times = table(
    ['workload', ...names],
    rows.map(({ workload }) => [workload, ...names.map((name) => timeText(cellOf(workload, name)))]),
  );
  const limitSentence = limit
    ? `The gemm limit of this path is ${limit.gflops.toFixed(limit.gflops < 10 ? 2 : 1)} GFLOP/s (${limit.engine}).`
    : 'Without the workload matmul-1024 there is no gemm limit to take shares of.';
  const shares = table(
    [
      'workload',
      'GFLOP',
      'best peer',
      'its share',
      ...(names.some(isOurs) ? ['our share', 'ratio', 'bar'] : []),
    ],
    rows.map((row) => [
      row.workload,
      row.gflop.toPrecision(3),
      row.peer ? `${row.peer.engine} ${milliseconds(row.peer.median)}` : '–',
      percent(row.peer?.share),
      ...(names.some(isOurs) ? [percent(row.ours?.share), ratioText(row.ratio), barText(row)] : []),
    ]),
  );
  const { title } = paths.find((each) => each.name === path);
  return [`## ${title}`, times, limitSentence, shares];
}

/** What our engine counted, where it did. */
function countersSection(cells) {
  const counted = cells.filter((cell) => cell.counters);
  if (counted.length === 0) return [];
  const keys = [...new Set(counted.flatMap((cell) => Object.keys(cell.counters)))];
  const rows = counted.map((cell) => [
    cell.workload,
    cell.engine,
    ...keys.map((key) => String(cell.counters[key] ?? '–')),
  ]);
  return ['## Counted per step', table(['workload', 'engine', ...keys], rows)];
}

function nativeSection(native) {
  if (native.length === 0) return [];
  const names = [...new Set(native.flatMap(({ results }) => Object.keys(results)))];
  const rows = names.map((name) => [name, ...native.map(({ results }) => timeText(results[name]))]);
  return ['## Native, for context', table(['workload', ...native.map(({ engine }) => engine)], rows)];
}

function loadSentence(cells) {
  const range = (key) => {
    const values = cells.map((cell) => cell[key]);
    return `${Math.min(...values)}–${Math.max(...values)}`;
  };
  return (
    `Before each cell: cores busy with other work ${range('others_busy')}, load average ${range('load')}, ` +
    `a fixed loop took ${range('calibration_ms')} ms.`
  );
}

/** Why there is no time, once a reason and not once a cell. */
function notes(cells) {
  const reasons = new Map();
  for (const cell of cells) {
    const reason = cell.na ?? (cell.error && `${cell.workload}: ${cell.error}`);
    if (reason) reasons.set(reason, [...new Set([...(reasons.get(reason) ?? []), cell.engine])]);
  }
  const lines = [...reasons].map(([reason, names]) => `- ${names.join(', ')}: ${reason}`);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

/** `median (min–max)` with a mark where the output was wrong or could not be checked, or why there is none. */
export function timeText(cell) {
  if (!cell) return '';
  if (cell.na) return 'n/a';
  if (cell.error) return /no answer/.test(cell.error) ? 'too slow' : 'failed';
  const mark = { wrong: ' WRONG', unchecked: ' ?' }[cell.verdict] ?? '';
  return `${milliseconds(cell.median)} (${milliseconds(cell.min)}–${milliseconds(cell.max)})${mark}`;
}

function milliseconds(value) {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

const percent = (share) => (share === undefined ? '–' : `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`);
const ratioText = (ratio) => (ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`);

function barText({ bar, isMet }) {
  if (bar === undefined) return '–';
  return `${bar} ×${isMet === undefined ? '' : isMet ? ' met' : ' MISSED'}`;
}
