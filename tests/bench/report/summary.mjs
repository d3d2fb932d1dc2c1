/** From cells to ratios and shares. Only outputs that passed their check count. */
import { GEMM_WORKLOAD, workloadNamed } from '../spec/workloads.js';

/** On WebGPU Inscape means to be at least level everywhere. */
const WEBGPU_BAR = 1;

/**
 * One path: `{ limit, rows }`. The gemm limit is the speed of the best engine's 1024 × 1024 product on this path, in
 * this session; without that workload there is none. `isOurs` tells our engines by name.
 */
export function summarise(cells, path, isOurs) {
  const right = cells.filter((cell) => cell.path === path && cell.verdict === 'right');
  const limit = gemmLimit(right);
  const names = [...new Set(cells.filter((cell) => cell.path === path).map((cell) => cell.workload))];
  const rows = names.map((name) => {
    const { flops, bar } = workloadNamed(name);
    const here = right.filter((cell) => cell.workload === name);
    const ours = fastest(here.filter((cell) => isOurs(cell.engine)));
    const peer = fastest(here.filter((cell) => !isOurs(cell.engine)));
    const share = (cell) => (limit && cell ? speed(flops, cell) / limit.gflops : undefined);
    const ratio = ours && peer ? peer.median / ours.median : undefined;
    const wanted = path === 'webgpu' ? WEBGPU_BAR : bar;
    return {
      workload: name,
      gflop: flops / 1e9,
      ours: ours && { engine: ours.engine, median: ours.median, share: share(ours) },
      peer: peer && { engine: peer.engine, median: peer.median, share: share(peer) },
      ratio,
      bar: wanted,
      isMet: ratio === undefined || wanted === undefined ? undefined : ratio >= wanted,
    };
  });
  return { path, limit, rows };
}

function gemmLimit(right) {
  const best = fastest(right.filter((cell) => cell.workload === GEMM_WORKLOAD));
  return best && { gflops: speed(workloadNamed(GEMM_WORKLOAD).flops, best), engine: best.engine };
}

const fastest = (cells) =>
  cells.reduce((best, cell) => (best && best.median <= cell.median ? best : cell), undefined);

/** GFLOP/s of a cell by its median. */
const speed = (flops, cell) => flops / (cell.median * 1e6);

/** Whether what was asked of Inscape was given: no cell of ours failed or was wrong, and no bar was missed. */
export function isAsPromised(cells, summaries, isOurs) {
  const ours = cells.filter((cell) => isOurs(cell.engine));
  const hasFailed = ours.some((cell) => cell.error !== undefined || cell.verdict === 'wrong');
  return !hasFailed && summaries.every(({ rows }) => rows.every((row) => row.isMet !== false));
}
