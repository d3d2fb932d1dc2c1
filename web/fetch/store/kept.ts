import { CHUNK_BYTES, runsOf } from './chunks';
import type { Disk, OpenFile } from './disk';
import { decodeJournal, encodeHeader, type Facts, HEADER_BYTES } from './journal';

const DATA = '.data';
const JOURNAL = '.journal';

/** How long what was written may wait to be made safe, in milliseconds. */
export const COMMIT_MS = 400;

/** The names of the two files in which the file of an address is kept. */
export const namesOf = (key: string) => ({ data: `${key}${DATA}`, journal: `${key}${JOURNAL}` });

/** The kept file whose journal has this name; `undefined` for other names. */
export const keyOfJournal = (name: string) =>
  name.endsWith(JOURNAL) ? name.slice(0, -JOURNAL.length) : undefined;

/** The kept file that a name belongs to. */
export const keyOf = (name: string) => name.replace(/\.(data|journal)$/, '');

/** The chunks of one file that lie on this machine's disk. */
export class Kept {
  #facts: Facts | undefined;
  /** Where each chunk lies. */
  #places = new Map<number, number>();
  /** Chunks whose data are written and whose places are not, in the order of their places. */
  #uncommitted: number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #data: OpenFile;
  readonly #journal: OpenFile;

  private constructor(data: OpenFile, journal: OpenFile) {
    this.#data = data;
    this.#journal = journal;
  }

  /** Opens what is kept under `key`, if anything. Rejects while another tab has it open. */
  static async open(disk: Disk, key: string): Promise<Kept> {
    const names = namesOf(key);
    const journal = await disk.open(names.journal);
    try {
      const kept = new Kept(await disk.open(names.data), journal);
      kept.#load();
      return kept;
    } catch (error) {
      journal.close();
      throw error;
    }
  }

  /** What the chunks belong to; `undefined` when nothing is kept. */
  get facts(): Facts | undefined {
    return this.#facts;
  }

  get count(): number {
    return this.#places.size;
  }

  has(chunk: number): boolean {
    return this.#places.has(chunk);
  }

  /** How many chunks from this one to `last` are kept and lie one behind the other, so that one read brings them. */
  countTogether(chunk: number, last: number): number {
    const place = this.#places.get(chunk);
    if (place === undefined) return 0;
    let n = 1;
    while (chunk + n <= last && this.#places.get(chunk + n) === place + n) n++;
    return n;
  }

  /** The bytes from `from` of a chunk, and of those that lie behind it, into the whole of `into`; says whether they are kept. */
  read(chunk: number, from: number, into: Uint8Array): boolean {
    const place = this.#places.get(chunk);
    if (place === undefined) return false;
    return this.#data.read(into, { at: place * CHUNK_BYTES + from }) === into.length;
  }

  /** Writes facts. Throws where there is no room. */
  describe(facts: Facts) {
    write(this.#journal, encodeHeader(facts), 0);
    this.#facts = facts;
    this.#commitSoon();
  }

  /** Keeps consecutive chunks. Throws where there is no room. */
  put(first: number, bytes: Uint8Array) {
    if (!this.#facts) return;
    const within = { first, count: Math.ceil(bytes.length / CHUNK_BYTES) };
    for (const run of runsOf(within, (chunk) => !this.has(chunk), within.count)) {
      const [from, to] = [run.first - first, run.first - first + run.count];
      write(this.#data, bytes.subarray(from * CHUNK_BYTES, to * CHUNK_BYTES), this.count * CHUNK_BYTES);
      for (let chunk = run.first; chunk < run.first + run.count; chunk++) {
        this.#places.set(chunk, this.count);
        this.#uncommitted.push(chunk);
      }
    }
    this.#commitSoon();
  }

  /**
   * Makes what was put outlive a crash: the data first, and only then their places. Done a moment after a write, because
   * each time waits for the disk.
   */
  commit() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#facts) return;
    const places = Uint32Array.from(this.#uncommitted);
    this.#data.flush();
    write(this.#journal, new Uint8Array(places.buffer), HEADER_BYTES + 4 * (this.count - places.length));
    this.#journal.flush();
    this.#uncommitted = [];
  }

  #commitSoon() {
    this.#timer ??= setTimeout(() => {
      try {
        this.commit();
      } catch {
        // No room for the places: the chunks are read while the file is open, and fetched again afterwards.
      }
    }, COMMIT_MS);
  }

  /** Forgets everything, so that another state of the file can be kept. */
  clear() {
    this.#facts = undefined;
    this.#places.clear();
    this.#uncommitted = [];
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // The journal goes first: without it the data mean nothing.
    this.#journal.truncate(0);
    this.#journal.flush();
    this.#data.truncate(0);
  }

  close() {
    try {
      if (this.#timer !== undefined) this.commit();
    } catch {
      // As above.
    }
    clearTimeout(this.#timer);
    this.#journal.close();
    this.#data.close();
  }

  #load() {
    const bytes = new Uint8Array(this.#journal.getSize());
    this.#journal.read(bytes, { at: 0 });
    const found = decodeJournal(bytes, this.#data.getSize());
    if (!found) {
      if (bytes.length > 0) this.clear();
      return;
    }
    this.#facts = found.facts;
    found.places.forEach((chunk, place) => {
      this.#places.set(chunk, place);
    });
  }
}

/** Writes all of it; a browser that is short of room may write less and say so only by the count. */
function write(file: OpenFile, bytes: Uint8Array, at: number) {
  const n = file.write(bytes, { at });
  if (n !== bytes.length) throw new DOMException('there is no room left', 'QuotaExceededError');
}
