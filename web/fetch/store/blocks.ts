import { BLOCK_CHUNKS, CHUNK_BYTES } from './chunks';

/** Hands over what comes in blocks of whole chunks, the last one shorter. Stops beyond `most` bytes; resolves to how many came. */
export async function inBlocks(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
  put: (firstChunk: number, bytes: Uint8Array) => void,
): Promise<number> {
  const block = new Uint8Array(BLOCK_CHUNKS * CHUNK_BYTES);
  let [first, filled, done] = [0, 0, 0];
  for await (let piece of pieces) {
    done += piece.length;
    if (done > most) return done;
    while (piece.length > 0) {
      const n = Math.min(piece.length, block.length - filled);
      block.set(piece.subarray(0, n), filled);
      filled += n;
      piece = piece.subarray(n);
      if (filled < block.length) continue;
      put(first, block);
      first += BLOCK_CHUNKS;
      filled = 0;
    }
  }
  if (filled > 0) put(first, block.subarray(0, filled));
  return done;
}
