import { expect, test } from 'vitest';
import { isAsPromised, summarise } from './summary.mjs';
import { table } from './table.mjs';

const isOurs = (name) => name.startsWith('inscape');
const cell = (workload, engine, median, verdict = 'right') => ({
  workload,
  engine,
  path: 'cpu',
  median,
  verdict,
});

const cells = [
  cell('matmul-1024', 'inscape-cpu', 100),
  cell('matmul-1024', 'ort-wasm', 80),
  cell('cnn-train', 'inscape-cpu', 20),
  cell('cnn-train', 'tfjs-wasm', 100),
  cell('cnn-train', 'jax-wasm', 1, 'wrong'),
  { ...cell('cnn-train', 'jax-webgpu', 5), path: 'webgpu' },
];

test('a ratio is the best right peer over ours, on one path', () => {
  const { rows } = summarise(cells, 'cpu', isOurs);
  expect(rows.map(({ workload, ratio }) => [workload, ratio])).toEqual([
    ['matmul-1024', 0.8],
    ['cnn-train', 5],
  ]);
  expect(rows[1].peer.engine).toBe('tfjs-wasm');
});

test('the gemm limit is the best product of any engine, and shares are taken of it', () => {
  const { limit, rows } = summarise(cells, 'cpu', isOurs);
  expect(limit.engine).toBe('ort-wasm');
  expect(limit.gflops).toBeCloseTo((2 * 1024 ** 3) / 80e6);
  expect(rows[0].ours.share).toBeCloseTo(0.8);
  expect(rows[0].peer.share).toBe(1);
});

test('without a product there is no limit and no share', () => {
  const { limit, rows } = summarise(cells.slice(2), 'cpu', isOurs);
  expect(limit).toBeUndefined();
  expect(rows[0].ours.share).toBeUndefined();
});

test('a missed bar, a wrong output and a failure of ours break the promise; a peer’s do not', () => {
  const verdict = (list) => isAsPromised(list, [summarise(list, 'cpu', isOurs)], isOurs);
  const level = [cell('matmul-512', 'inscape-cpu', 10), cell('matmul-512', 'ort-wasm', 10)];
  expect(verdict(level)).toBe(true);
  expect(verdict(cells)).toBe(false);
  expect(verdict([cell('matmul-512', 'inscape-cpu', 1, 'wrong')])).toBe(false);
  expect(verdict([...level, { workload: 'decode', engine: 'jax-wasm', path: 'cpu', error: 'x' }])).toBe(true);
  expect(verdict([{ workload: 'decode', engine: 'inscape-cpu', path: 'cpu', error: 'x' }])).toBe(false);
});

test('columns line up', () => {
  expect(table(['a', 'bb'], [['long', '1']]).split('\n')).toEqual([
    '| a    | bb |',
    '|------|---:|',
    '| long |  1 |',
  ]);
});
