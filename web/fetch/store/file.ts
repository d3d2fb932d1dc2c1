import { problem } from '../../state/problem';
import { t } from '../../words/words';
import { changedSentence, hashSentence, lengthSentence, tooLargeSentence } from '../sentences';
import { inBlocks } from './blocks';
import { blockOf, blocksAround, bytesOf, CHUNK_BYTES, chunksOf, countChunks, type Run } from './chunks';
import { copyPiece, Flight, type Piece } from './flight';
import { hashInPieces } from './hash';
import { Here } from './here';
import type { Facts } from './journal';
import type { Kept } from './kept';
import { type Answer, askRange, askWhole, type Origin } from './request';
import { Passing, retrying, unlessCancelled } from './retry';

/**
 * A read of at least so many bytes is a tensor's, not a row's: the block around it is fetched with it, since what
 * belongs to one layer lies together, and each request to a far host costs a quarter of a second.
 */
const LONG_BYTES = 128 << 10;

/** A file that must be held in memory as a whole may be so large. */
const MOST_MEMORY_BYTES = 1 << 30;

/** Who hears what happens to a file. */
export interface FileHost {
  /** A sentence for the visitor. */
  tell(sentence: string): void;
  /** Bytes that arrived from the network. */
  onBytes(n: number): void;
}

/**
 * A file on a server of which the parts that were read lie on this machine. What is missing is fetched by range; a
 * chunk counts only when its answer arrived whole, from the same state of the file as all others.
 */
export class StoredFile {
  readonly what: string;
  #facts: Facts;
  #here: Here;
  #lost: ReturnType<typeof problem> | undefined;
  #flight = new Flight((run) => this.#request(run));
  #stream: Promise<void> | undefined;
  #endStream: (() => void) | undefined;
  #verifying: Promise<void> | undefined;
  #nBusy = 0;
  readonly #host: FileHost;

  /** `kept` is where its chunks lie; without it they are only in memory. */
  constructor(what: string, facts: Facts, kept: Kept | undefined, host: FileHost) {
    this.what = what;
    this.#facts = facts;
    this.#here = new Here(what, kept, host.tell);
    this.#host = host;
    this.#here.describe(facts);
  }

  get facts(): Facts {
    return this.#facts;
  }

  get length(): number {
    return this.#facts.length;
  }

  get isBusy(): boolean {
    return this.#nBusy > 0;
  }

  /** Whether it turned out to be another file than it was; it can only be opened anew. */
  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  /** Whether every byte is on this machine. */
  get isWhole(): boolean {
    return this.#lost === undefined && this.#here.count === countChunks(this.length);
  }

  /** Whether nothing more of it can be kept. */
  get isFull(): boolean {
    return this.#here.isFull;
  }

  /** Bytes that outlive the page. */
  get keptBytes(): number {
    return Math.min(this.#here.countKept * CHUNK_BYTES, this.length);
  }

  /** `length` bytes from `start`. Rejects with an `ErrorReport`. */
  read(start: number, length: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return this.#busily(async () => {
      const bytes = await this.#read(start, length, signal);
      if (this.isWhole) await unlessCancelled(this.#verify(), signal);
      return bytes;
    }, signal);
  }

  /** Fetches whatever is missing. */
  whole(signal?: AbortSignal, onProgress?: () => void): Promise<void> {
    return this.#busily(async () => {
      const all = { first: 0, count: countChunks(this.length) };
      await this.#flight.fetch(
        all,
        (chunk) => !this.has(chunk),
        () => onProgress?.(),
        signal,
      );
      await unlessCancelled(this.#verify(), signal);
    }, signal);
  }

  /** Fetches all of it in one request, which is quicker for a small file. */
  inOneGo(signal?: AbortSignal): Promise<void> {
    return this.#busily(async () => {
      const { url } = this.#facts;
      const ask = () => askWhole(url, this.what, { onBytes: this.#host.onBytes, signal });
      await retrying(async () => this.#take(await ask()), signal);
      await this.#verify();
    }, signal);
  }

  has(chunk: number): boolean {
    return this.#here.has(chunk);
  }

  /** Takes chunks that an answer to someone else's request brought. */
  keep(first: number, bytes: Uint8Array) {
    this.#here.put(first, bytes);
  }

  /** Takes a whole answer: the server knows no ranges. */
  takeWhole(answer: Answer & { kind: 'whole' }, signal?: AbortSignal): Promise<void> {
    return this.#busily(() => this.#take(answer), signal);
  }

  /** Stops keeping: what is fetched from now on stays in memory. */
  release() {
    this.#here.release();
  }

  /** Tries again to keep what a full disk left in memory. */
  moveToDisk() {
    this.#here.moveToDisk();
  }

  /** Makes what is kept so far outlive a crash. */
  commit() {
    this.#here.commit();
  }

  /** Drops what is kept of it. */
  discard() {
    this.#here.clear();
    this.release();
  }

  /** Does one thing with the file. When it is cancelled and nobody else waits, a whole answer is no longer taken. */
  async #busily<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#lost) throw this.#lost;
    const cancel = () => {
      if (this.#nBusy === 1) this.#endStream?.();
    };
    signal?.addEventListener('abort', cancel);
    this.#nBusy++;
    try {
      return await work();
    } finally {
      this.#nBusy--;
      signal?.removeEventListener('abort', cancel);
    }
  }

  async #read(start: number, length: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    if (start < 0 || start + length > this.length) {
      throw problem(
        'read',
        t`Reading ${this.what} failed: asked for ${length} bytes at ${start}, but the file has ${this.length}. It is cut off, or another file than its header says.`,
      );
    }
    const into = new Uint8Array(length);
    const within = chunksOf(start, length);
    const missing = this.#here.copy(start, into);
    const take = (piece: Piece) => copyPiece(piece, start, into);
    if (length < LONG_BYTES) await this.#flight.fetch(within, (chunk) => missing.has(chunk), take, signal);
    else {
      const blocks = new Set([...missing].map(blockOf));
      const isWanted = (chunk: number) =>
        missing.has(chunk) || (blocks.has(blockOf(chunk)) && !this.has(chunk));
      await this.#flight.fetch(blocksAround(within, countChunks(this.length)), isWanted, take, signal);
    }
    return into;
  }

  async #request(run: Run): Promise<Piece> {
    const [first, last] = bytesOf(run, this.length);
    const answer = await askRange(this.#facts.url, this.what, [first, last], this.#host.onBytes);
    if (answer.kind === 'whole') {
      await this.#take(answer);
      const bytes = new Uint8Array(last - first + 1);
      this.#here.copy(first, bytes);
      return { first: run.first, bytes };
    }
    this.#accept(answer.origin, first + answer.bytes.length);
    if (answer.bytes.length !== last - first + 1)
      this.#lose(lengthSentence(this.what, this.#facts.url, first + answer.bytes.length, this.length));
    this.keep(run.first, answer.bytes);
    return { first: run.first, bytes: answer.bytes };
  }

  /** Several requests may be answered with the whole file; one answer is enough. */
  #take(answer: Answer & { kind: 'whole' }): Promise<void> {
    if (this.#stream) answer.end();
    this.#stream ??= this.#storeWhole(answer).finally(() => {
      this.#stream = undefined;
      this.#endStream = undefined;
    });
    return this.#stream;
  }

  async #storeWhole({ origin, pieces, end }: Answer & { kind: 'whole' }) {
    if (!this.#here.isOnDisk && this.length > MOST_MEMORY_BYTES) {
      end();
      this.#lose(tooLargeSentence(this.what, this.#facts.url, this.length));
    }
    this.#here.holdAll();
    let isCancelled = false;
    this.#endStream = () => {
      isCancelled = true;
      end();
    };
    try {
      this.#accept(origin, origin.length ?? this.length);
      const done = await inBlocks(pieces, this.length, (first, bytes) => this.keep(first, bytes));
      if (done !== this.length)
        throw new Passing(problem('fetch', lengthSentence(this.what, this.#facts.url, done, this.length)));
    } catch (error) {
      // An answer that did not arrive whole is worth nothing, and cannot be gone on with.
      this.#forget();
      if (isCancelled) throw problem('cancelled', t`The download was cancelled.`);
      throw error;
    }
  }

  /** Holds an answer against what is known of the file; the first one tells the tag. */
  #accept({ tag, length }: Origin, atLeast: number) {
    const { url } = this.#facts;
    if (this.#facts.tag === '' && tag !== '' && this.#here.count === 0) {
      this.#facts = { ...this.#facts, tag };
      if (length !== undefined && length !== this.length)
        this.#lose(lengthSentence(this.what, url, length, this.length));
      this.#here.describe(this.#facts);
    }
    const isOther =
      (tag !== '' && tag !== this.#facts.tag && this.#facts.tag !== '') || atLeast > this.length;
    if (isOther || (length !== undefined && length !== this.length))
      this.#lose(changedSentence(this.what, url));
  }

  /** Gives the file up: what was kept of it is dropped, and every later read says why. */
  #lose(sentence: string): never {
    this.#lost = problem('fetch', sentence);
    this.#forget();
    throw this.#lost;
  }

  #forget() {
    this.#here.clear();
    if (!this.#lost) this.#here.describe(this.#facts);
  }

  /** Compares a whole file with the SHA-256 that it should have. */
  #verify(): Promise<void> {
    const { sha256, isVerified } = this.#facts;
    if (sha256 === '' || isVerified) return Promise.resolve();
    this.#verifying ??= this.#compareHash(sha256).finally(() => {
      this.#verifying = undefined;
    });
    return this.#verifying;
  }

  async #compareHash(expected: string) {
    const found = await hashInPieces(this.length, (start, length) => this.#read(start, length));
    if (found !== expected) this.#lose(hashSentence(this.what, found, expected));
    this.#facts = { ...this.#facts, isVerified: true };
    this.#here.describe(this.#facts);
  }
}
