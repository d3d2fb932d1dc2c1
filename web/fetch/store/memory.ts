/** Chunks beyond this are given up, oldest first: each number is read once, so that little is fetched twice. */
const MOST_BYTES = 48 << 20;

/** Chunks that cannot be kept on disk. */
export class Memory {
  #chunks = new Map<number, Uint8Array>();
  #bytes = 0;
  /** Set where a chunk could not be fetched again on its own. */
  isUnbounded = false;

  has(chunk: number): boolean {
    return this.#chunks.has(chunk);
  }

  get bytes(): number {
    return this.#bytes;
  }

  get count(): number {
    return this.#chunks.size;
  }

  get(chunk: number): Uint8Array | undefined {
    return this.#chunks.get(chunk);
  }

  put(chunk: number, bytes: Uint8Array) {
    if (this.has(chunk)) return;
    this.#chunks.set(chunk, bytes.slice());
    this.#bytes += bytes.length;
    for (const [oldest, piece] of this.#chunks) {
      if (this.isUnbounded || this.#bytes <= MOST_BYTES) return;
      this.#chunks.delete(oldest);
      this.#bytes -= piece.length;
    }
  }

  /** Every chunk, which is no longer held. */
  takeAll(): [number, Uint8Array][] {
    const all = [...this.#chunks];
    this.clear();
    return all;
  }

  clear() {
    this.#chunks.clear();
    this.#bytes = 0;
  }
}
