// Which pieces of a file a range of bytes touches.

/** The unit in which files are kept, in bytes. Small, because rows of an embedding are read here and there. */
export const CHUNK_BYTES = 64 << 10;

/** Chunks of a block, and of the longest request: 4 MiB, so that a cut costs little. */
export const BLOCK_CHUNKS = 64;

/** Consecutive chunks. */
export interface Run {
  first: number;
  count: number;
}

export const countChunks = (length: number) => Math.ceil(length / CHUNK_BYTES);

/** Bytes of a chunk; the last one of a file is shorter. */
export const chunkLength = (chunk: number, length: number) =>
  Math.min(CHUNK_BYTES, length - chunk * CHUNK_BYTES);

/** The chunks that hold these bytes. */
export function chunksOf(start: number, length: number): Run {
  const first = Math.floor(start / CHUNK_BYTES);
  return { first, count: length === 0 ? 0 : Math.floor((start + length - 1) / CHUNK_BYTES) - first + 1 };
}

/** The first and last byte of a run in a file of `length` bytes, as a range request names them. */
export function bytesOf({ first, count }: Run, length: number): [number, number] {
  return [first * CHUNK_BYTES, Math.min((first + count) * CHUNK_BYTES, length) - 1];
}

/** The chunks of `within` for which `isWanted` holds, in runs of at most `most`. */
export function runsOf(within: Run, isWanted: (chunk: number) => boolean, most: number): Run[] {
  const runs: Run[] = [];
  for (let chunk = within.first; chunk < within.first + within.count; chunk++) {
    if (!isWanted(chunk)) continue;
    const last = runs.at(-1);
    if (last && last.first + last.count === chunk && last.count < most) last.count++;
    else runs.push({ first: chunk, count: 1 });
  }
  return runs;
}

export const blockOf = (chunk: number) => Math.floor(chunk / BLOCK_CHUNKS);

/** The blocks that these chunks lie in, of a file of `nChunks`. */
export function blocksAround({ first, count }: Run, nChunks: number): Run {
  const begin = blockOf(first) * BLOCK_CHUNKS;
  const end = Math.min((blockOf(first + count - 1) + 1) * BLOCK_CHUNKS, nChunks);
  return { first: begin, count: end - begin };
}
