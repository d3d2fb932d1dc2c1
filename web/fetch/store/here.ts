import { fullSentence } from '../sentences';
import { CHUNK_BYTES, chunksOf } from './chunks';
import type { Facts } from './journal';
import type { Kept } from './kept';
import { Memory } from './memory';

/** The chunks of a file that are on this machine: on disk where there is room, else in memory. */
export class Here {
  #kept: Kept | undefined;
  #memory = new Memory();
  #isFull = false;
  readonly #what: string;
  readonly #tell: (sentence: string) => void;

  /** Without `kept` all of it is in memory. `tell` hears when the disk is full. */
  constructor(what: string, kept: Kept | undefined, tell: (sentence: string) => void) {
    this.#what = what;
    this.#kept = kept;
    this.#tell = tell;
  }

  get isOnDisk(): boolean {
    return this.#kept !== undefined;
  }

  /** Whether what comes from now on is lost with the page. */
  get isFull(): boolean {
    return this.#isFull || !this.#kept;
  }

  /** Chunks that are here. */
  get count(): number {
    return this.countKept + this.#memory.count;
  }

  /** Chunks that outlive the page. */
  get countKept(): number {
    return this.#kept?.count ?? 0;
  }

  has(chunk: number): boolean {
    return (this.#kept?.has(chunk) ?? false) || this.#memory.has(chunk);
  }

  /** Copies what is here of a file's bytes from `start`, as many as `into` holds; gives the chunks that are missing. */
  copy(start: number, into: Uint8Array): Set<number> {
    const missing = new Set<number>();
    const { first, count } = chunksOf(start, into.length);
    const last = first + count - 1;
    for (let chunk = first, n = 1; chunk <= last; chunk += n) {
      const inMemory = this.#memory.get(chunk);
      n = inMemory ? 1 : Math.max(1, this.#kept?.countTogether(chunk, last) ?? 1);
      const begin = chunk * CHUNK_BYTES;
      const from = Math.max(start, begin);
      const target = into.subarray(from - start, begin + n * CHUNK_BYTES - start);
      if (inMemory) target.set(inMemory.subarray(from - begin, from - begin + target.length));
      else if (!this.#kept?.read(chunk, from - begin, target))
        for (let at = chunk; at < chunk + n; at++) missing.add(at);
    }
    return missing;
  }

  /** Takes consecutive chunks. */
  put(first: number, bytes: Uint8Array) {
    if (this.#kept && !this.#isFull) {
      try {
        this.#kept.put(first, bytes);
        return;
      } catch {
        this.#isFull = true;
        this.#tell(fullSentence(this.#what));
      }
    }
    for (let at = 0, chunk = first; at < bytes.length; at += CHUNK_BYTES, chunk++) {
      if (!this.#kept?.has(chunk)) this.#memory.put(chunk, bytes.subarray(at, at + CHUNK_BYTES));
    }
  }

  /** Tries again to keep on disk: there may be room now. What is in memory goes first. */
  moveToDisk() {
    if (!this.#kept) return;
    this.#isFull = false;
    for (const [chunk, bytes] of this.#memory.takeAll()) this.put(chunk, bytes);
  }

  /** From now on nothing in memory is given up: it could not be fetched again on its own. */
  holdAll() {
    this.#memory.isUnbounded = true;
  }

  describe(facts: Facts) {
    try {
      this.#kept?.describe(facts);
    } catch {
      this.#isFull = true;
    }
  }

  /** Makes what is on disk outlive a crash. */
  commit() {
    try {
      this.#kept?.commit();
    } catch {
      // No room: what was put last is fetched again next time.
    }
  }

  clear() {
    this.#memory.clear();
    try {
      this.#kept?.clear();
    } catch {
      // The file is gone, and with it what it held.
    }
  }

  /** Lets the disk go: what comes from now on stays in memory. */
  release() {
    this.#kept?.close();
    this.#kept = undefined;
  }
}
