import { problem } from '../../state/problem';
import { t } from '../../words/words';
import { count, lengthSentence } from '../sentences';
import { CHUNK_BYTES } from './chunks';
import type { Disk } from './disk';
import { type FileHost, StoredFile } from './file';
import { hashText } from './hash';
import type { Facts, Group } from './journal';
import { Kept } from './kept';
import { type Answer, askRange, askWhole } from './request';
import { Passing, retrying, unlessCancelled } from './retry';

/** A file of at most so many bytes is fetched in one request: many small ones would take longer. */
const SMALL_BYTES = 8 << 20;
/** What is asked of a file of unknown length: the header of most checkpoints lies in it. */
const FIRST_BYTES = 4 * CHUNK_BYTES;
/** Without a disk, files above this are worth a sentence. */
const TELL_BYTES = 16 << 20;

/** A file on a server. */
export interface FileRequest {
  url: string;
  /** What it is, for messages: `the weights of SqueezeNet`. */
  what: string;
  /** Whether this address always means the same bytes: it names a commit, or the file's SHA-256 is known. */
  isPinned: boolean;
  /** SHA-256 that it should have; empty when none is known. */
  sha256: string;
  group: Group;
  length?: number;
}

/** A file on a server whose length and state are known; the page hands it to `open`. */
export interface RemoteFile extends FileRequest {
  length: number;
  tag: string;
}

/** Every file that this worker reads from servers, kept on disk where the browser has one. */
export class Store {
  #files = new Map<string, StoredFile>();
  /** The last call that wanted a file, by its address. */
  #turns = new Map<string, Promise<unknown>>();
  readonly #disk: Promise<Disk | undefined>;
  readonly #host: FileHost;

  constructor(disk: Promise<Disk | undefined>, host: FileHost) {
    this.#disk = disk;
    this.#host = host;
  }

  /** Finds out how long a file is and which state of it there is; a small one is fetched on the way. */
  find(request: FileRequest, signal?: AbortSignal): Promise<RemoteFile> {
    return this.#inTurn(request.url, () => this.#find(request, signal));
  }

  /** The file that `find` gave, to be read. */
  open(remote: RemoteFile): Promise<StoredFile> {
    return this.#inTurn(remote.url, async () => {
      const found = await this.#known(remote);
      if (found && (remote.tag === '' || found.facts.tag === remote.tag)) return found;
      this.#drop(remote.url);
      return this.#begin(remote, factsOf(remote, remote.length, remote.tag));
    });
  }

  /** A small file as a whole: from the server, or, when it cannot have changed or the server is gone, from disk. */
  small(request: FileRequest, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return this.#inTurn(request.url, async () => {
      try {
        return await this.#small(request, signal);
      } finally {
        this.release([request.url]);
      }
    });
  }

  /** Calls that want the same file take turns. */
  #inTurn<T>(url: string, work: () => Promise<T>): Promise<T> {
    const done = (this.#turns.get(url) ?? Promise.resolve()).then(work);
    const settled = done.catch(() => {});
    this.#turns.set(url, settled);
    return done;
  }

  async #find(request: FileRequest, signal?: AbortSignal): Promise<RemoteFile> {
    const known = await this.#known(request);
    if (request.isPinned && request.length !== undefined) {
      const file = known ?? (await this.#begin(request, factsOf(request, request.length, '')));
      if (file.length <= SMALL_BYTES && !file.isWhole) await file.inOneGo(signal);
      return remoteOf(request, file.facts);
    }
    if (known && request.isPinned) return remoteOf(request, known.facts);
    try {
      return await this.#look(request, known, signal);
    } catch (error) {
      if (!known || !isOffline(error)) throw error;
      const day = new Date(known.facts.usedAt).toISOString().slice(0, 10);
      this.#host.tell(
        t`${new URL(request.url).host} does not answer; what was kept of ${request.what} on ${day} is used.`,
      );
      return remoteOf(request, known.facts);
    }
  }

  async #small(request: FileRequest, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const known = await this.#known(request);
    const kept = known?.isWhole ? known : undefined;
    if (kept && request.isPinned) return kept.read(0, kept.length, signal);
    try {
      const bytes = await this.#fetchSmall(request, signal);
      this.#drop(request.url);
      const file = await this.#begin(request, factsOf(request, bytes.length, ''));
      file.keep(0, bytes);
      return bytes;
    } catch (error) {
      if (kept && isOffline(error)) return kept.read(0, kept.length, signal);
      throw error;
    }
  }

  /** The files that are open here. */
  get openFiles(): StoredFile[] {
    return [...this.#files.values()];
  }

  /** Closes files, or all but those in use; what is kept of them stays. */
  release(urls: Iterable<string>) {
    for (const url of urls) {
      const file = this.#files.get(url);
      if (!file || file.isBusy) continue;
      file.release();
      this.#files.delete(url);
    }
  }

  /** Lets go of what is kept of files, by their keys, so that it can be deleted. */
  forget(keys: string[]) {
    for (const file of this.#files.values()) if (keys.includes(keyFor(file.facts.url))) file.release();
  }

  /** What is kept of a file, when it is of the state that is asked for. */
  async #known(request: FileRequest): Promise<StoredFile | undefined> {
    const file = this.#files.get(request.url) ?? (await this.#load(request));
    if (!file) return undefined;
    const { facts } = file;
    const isOther =
      file.isLost ||
      (request.sha256 !== '' && facts.sha256 !== request.sha256) ||
      (request.length !== undefined && facts.length !== request.length);
    if (!isOther) return file;
    this.#drop(request.url);
    return undefined;
  }

  /** Asks the server for the file's beginning. */
  async #look(
    request: FileRequest,
    known: StoredFile | undefined,
    signal?: AbortSignal,
  ): Promise<RemoteFile> {
    const { url, what } = request;
    const ask = async () => {
      const answer = await askRange(url, what, [0, FIRST_BYTES - 1], this.#host.onBytes);
      if (signal?.aborted && answer.kind === 'whole') answer.end();
      return answer;
    };
    const answer = await unlessCancelled(retrying(ask, signal), signal);
    const length = await this.#lengthOf(request, answer);
    if (request.length !== undefined && request.length !== length)
      throw problem('fetch', lengthSentence(what, url, length, request.length));
    const { tag } = answer.origin;
    const isKnown = known !== undefined && known.length === length && (await this.#isSame(known, answer));
    if (known && !isKnown) this.#drop(url);
    const file = isKnown ? known : await this.#begin(request, factsOf(request, length, tag));
    if (file.isWhole) {
      if (answer.kind === 'whole') answer.end();
    } else if (answer.kind === 'whole') await file.takeWhole(answer, signal);
    else {
      file.keep(0, answer.bytes);
      if (length <= SMALL_BYTES) await file.whole(signal);
    }
    return remoteOf(request, file.facts);
  }

  /** Whether an answer comes from the state of the file that is kept: by its tag, else by its first bytes. */
  async #isSame(known: StoredFile, { origin, ...answer }: Answer): Promise<boolean> {
    if (origin.tag !== '' && known.facts.tag !== '') return origin.tag === known.facts.tag;
    if (answer.kind === 'whole' || !known.has(0)) return false;
    const kept = await known.read(0, Math.min(CHUNK_BYTES, known.length));
    return kept.every((byte, at) => byte === answer.bytes[at]);
  }

  async #lengthOf({ url, what, length }: FileRequest, { origin }: Answer): Promise<number> {
    const stated = origin.length ?? length;
    if (stated !== undefined) return stated;
    // Another host may hide `Content-Range`, but the length of the whole is never hidden.
    const whole = await retrying(() => askWhole(url, what));
    whole.end();
    if (whole.origin.length !== undefined) return whole.origin.length;
    throw problem(
      'fetch',
      t`Downloading ${what} failed: ${url} does not say how long the file is. Download it yourself and drop it here.`,
    );
  }

  async #fetchSmall({ url, what }: FileRequest, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return retrying(async () => {
      // The browser asks whether its own copy is still right, which spares most of a tokeniser's megabytes.
      const options = { onBytes: this.#host.onBytes, signal, cache: 'no-cache' } as const;
      const { origin, pieces } = await askWhole(url, what, options);
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of pieces) parts.push(piece as Uint8Array<ArrayBuffer>);
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      // A compressed answer states its compressed length, and another host hides that it is one.
      if (origin.length !== undefined && origin.length > bytes.length)
        throw new Passing(problem('fetch', lengthSentence(what, url, bytes.length, origin.length)));
      return bytes;
    }, signal);
  }

  /** Opens what is kept of a file, if anything is. */
  async #load({ url, what }: FileRequest): Promise<StoredFile | undefined> {
    const kept = await this.#openKept(url);
    if (kept?.facts?.url === url) {
      const facts = { ...kept.facts, usedAt: Date.now() };
      return this.#register(new StoredFile(what, facts, kept, this.#host));
    }
    kept?.close();
    return undefined;
  }

  async #begin({ url, what }: FileRequest, facts: Facts): Promise<StoredFile> {
    const kept = await this.#openKept(url);
    if (kept?.facts) kept.clear();
    if (!kept && facts.length > TELL_BYTES) {
      this.#host.tell(
        t`This browser keeps no files for this page, so that ${what} (${count(facts.length)}) are held in memory and fetched again next time.`,
      );
    }
    return this.#register(new StoredFile(what, facts, kept, this.#host));
  }

  #register(file: StoredFile): StoredFile {
    this.#files.set(file.facts.url, file);
    return file;
  }

  /** Opens the place where a file is kept; `undefined` without a disk, or while another tab has it. */
  async #openKept(url: string): Promise<Kept | undefined> {
    const disk = await this.#disk;
    return disk && Kept.open(disk, keyFor(url)).catch(() => undefined);
  }

  #drop(url: string) {
    this.#files.get(url)?.discard();
    this.#files.delete(url);
  }
}

const isOffline = (error: unknown) => (error as { kind?: string }).kind === 'offline';

/** The name under which the file of an address is kept. */
export const keyFor = (url: string) => hashText(url).slice(0, 40);

function factsOf({ url, sha256, group }: FileRequest, length: number, tag: string): Facts {
  return { url, length, tag, sha256, isVerified: false, group, usedAt: Date.now() };
}

function remoteOf(request: FileRequest, { length, tag }: Facts): RemoteFile {
  return { ...request, length, tag };
}
