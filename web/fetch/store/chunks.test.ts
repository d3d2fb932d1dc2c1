import { describe, expect, it } from 'vitest';
import {
  BLOCK_CHUNKS,
  blocksAround,
  bytesOf,
  CHUNK_BYTES,
  chunkLength,
  chunksOf,
  countChunks,
  runsOf,
} from './chunks';

describe('the chunks of a range', () => {
  it('are those that hold at least one of its bytes', () => {
    expect(chunksOf(0, CHUNK_BYTES)).toEqual({ first: 0, count: 1 });
    expect(chunksOf(CHUNK_BYTES - 1, 2)).toEqual({ first: 0, count: 2 });
    expect(chunksOf(3 * CHUNK_BYTES, 1)).toEqual({ first: 3, count: 1 });
    expect(chunksOf(CHUNK_BYTES, 0).count).toBe(0);
  });

  it('end with a shorter one', () => {
    const length = 2 * CHUNK_BYTES + 5;
    expect([countChunks(length), chunkLength(1, length), chunkLength(2, length)]).toEqual([
      3,
      CHUNK_BYTES,
      5,
    ]);
    expect(bytesOf({ first: 1, count: 2 }, length)).toEqual([CHUNK_BYTES, length - 1]);
    expect(countChunks(0)).toBe(0);
  });
});

describe('runs of chunks', () => {
  it('join neighbours and leave out what is here', () => {
    const here = [2, 5];
    const runs = runsOf({ first: 1, count: 7 }, (chunk) => !here.includes(chunk), 64);
    expect(runs).toEqual([
      { first: 1, count: 1 },
      { first: 3, count: 2 },
      { first: 6, count: 2 },
    ]);
  });

  it('are no longer than one request may be', () => {
    expect(runsOf({ first: 0, count: 5 }, () => true, 2).map((run) => run.count)).toEqual([2, 2, 1]);
  });
});

it('blocks around chunks are whole, but for the last of a file', () => {
  expect(blocksAround({ first: BLOCK_CHUNKS - 1, count: 2 }, 1000)).toEqual({
    first: 0,
    count: 2 * BLOCK_CHUNKS,
  });
  expect(blocksAround({ first: BLOCK_CHUNKS + 3, count: 1 }, BLOCK_CHUNKS + 5)).toEqual({
    first: BLOCK_CHUNKS,
    count: 5,
  });
});
