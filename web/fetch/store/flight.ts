import { BLOCK_CHUNKS, CHUNK_BYTES, type Run, runsOf } from './chunks';
import { retrying, stopIf, unlessCancelled } from './retry';

/** Requests at once. */
const MOST_REQUESTS = 4;

/** Consecutive chunks that have just arrived. */
export interface Piece {
  first: number;
  bytes: Uint8Array;
}

/** Chunks of one file on their way. Each is asked for once, whoever waits for it. */
export class Flight {
  #pieces = new Map<number, Promise<Piece>>();
  readonly #request: (run: Run) => Promise<Piece>;

  /** `request` is tried again when it fails in passing. */
  constructor(request: (run: Run) => Promise<Piece>) {
    this.#request = request;
  }

  /** Fetches the wanted chunks of `within`; `take` gets what arrives. */
  async fetch(
    within: Run,
    isWanted: (chunk: number) => boolean,
    take: (piece: Piece) => void,
    signal?: AbortSignal,
  ) {
    const runs = runsOf(within, isWanted, BLOCK_CHUNKS);
    for (let at = 0; at < runs.length; at += MOST_REQUESTS) {
      stopIf(signal);
      const awaited = new Set<Promise<Piece>>();
      for (const run of runs.slice(at, at + MOST_REQUESTS)) {
        for (const part of runsOf(run, (chunk) => !this.#pieces.has(chunk), BLOCK_CHUNKS)) this.#start(part);
        for (let chunk = run.first; chunk < run.first + run.count; chunk++)
          awaited.add(this.#pieces.get(chunk)!);
      }
      // One that is cancelled leaves its requests to end by themselves: another reader may wait for them.
      const arrived = Promise.all([...awaited].map(async (piece) => take(await piece)));
      await unlessCancelled(arrived, signal);
    }
  }

  #start(run: Run) {
    const piece = retrying(() => this.#request(run));
    for (let chunk = run.first; chunk < run.first + run.count; chunk++) this.#pieces.set(chunk, piece);
    const end = () => {
      for (let chunk = run.first; chunk < run.first + run.count; chunk++) this.#pieces.delete(chunk);
    };
    piece.then(end, end);
  }
}

/** Copies what a piece holds of the bytes from `start`. */
export function copyPiece({ first, bytes }: Piece, start: number, into: Uint8Array) {
  const begin = first * CHUNK_BYTES;
  const from = Math.max(start, begin);
  const to = Math.min(start + into.length, begin + bytes.length);
  if (from < to) into.set(bytes.subarray(from - begin, to - begin), from - start);
}
