// The worker's files from servers: calls of the page on the store, and weights as the engine reads them.

import { count, stoppedSentence } from '../fetch/sentences';
import { type Disk, openDisk } from '../fetch/store/disk';
import { dropKept, listKept } from '../fetch/store/shelf';
import { type FileRequest, type RemoteFile, Store } from '../fetch/store/store';
import { problem } from '../state/problem';
import { t } from '../words/words';
import type { WeightsFile } from './engine';
import type { KeptList, WeightsPart } from './protocol';
import type { Progress } from './types';

type Tell = (progress: Progress) => void;

/** Progress is told at most this often, in milliseconds. */
const TELL_EVERY_MS = 100;

export class Keeper {
  #disk: Promise<Disk | undefined> | undefined;
  #store: Store | undefined;
  /** Who hears of bytes that arrive. */
  #ears = new Set<(n: number) => void>();
  readonly #notice: (sentence: string) => void;

  /** `notice` takes sentences for the visitor. */
  constructor(notice: (sentence: string) => void) {
    this.#notice = notice;
  }

  small(request: FileRequest, tell: Tell, signal: AbortSignal): Promise<Uint8Array> {
    const show = (done: number) => tell({ stage: t`downloading ${request.what}: ${count(done)}`, done: 0 });
    return this.#counting(show, () => this.#files().small(request, signal));
  }

  find(request: FileRequest, tell: Tell, signal: AbortSignal): Promise<RemoteFile> {
    const { what, length } = request;
    const startedAt = performance.now();
    const show = (done: number) => {
      const stage = t`downloading ${what}: ${count(done)}`;
      tell(length ? progressOf(stage, done, length, startedAt, done) : { stage, done: 0 });
    };
    return this.#counting(show, () => this.#files().find(request, signal));
  }

  /** Fetches what is missing of files, with progress over all of them. */
  async whole(remotes: RemoteFile[], tell: Tell, signal: AbortSignal): Promise<void> {
    const store = this.#files();
    const files = await Promise.all(remotes.map((remote) => store.open(remote)));
    const total = files.reduce((sum, file) => sum + file.length, 0);
    const here = () => files.reduce((sum, file) => sum + file.keptBytes, 0);
    const [atStart, startedAt] = [here(), performance.now()];
    for (const file of files) {
      file.moveToDisk();
      const show = () => {
        const done = here();
        if (file.isFull && file.keptBytes < file.length)
          throw problem('room', stoppedSentence(file.what, done, total));
        if (done === total) tell({ stage: t`comparing with the SHA-256`, done: 1 });
        else
          tell(
            progressOf(t`downloading all weights: ${count(done)}`, done, total, startedAt, done - atStart),
          );
      };
      show();
      await file.whole(signal, show);
    }
  }

  async list(): Promise<KeptList> {
    const disk = await this.#opened();
    const { usage = 0, quota = 0 }: StorageEstimate = (await navigator.storage?.estimate?.()) ?? {};
    return { files: await listKept(disk, this.#files()), usage, quota, canKeep: disk !== undefined };
  }

  async drop(keys: string[] | 'all'): Promise<void> {
    await dropKept(await this.#opened(), this.#files(), keys);
  }

  /** The files of a model as the engine reads them; `signal` is that of the call in progress. */
  async readable(parts: WeightsPart[], signal: () => AbortSignal | undefined): Promise<WeightsFile[]> {
    const read = async (part: WeightsPart): Promise<WeightsFile> => {
      if ('blob' in part) return fromBlob(part);
      const file = await this.#files().open(part.remote);
      return {
        name: part.name,
        length: file.length,
        isLocal: file.isWhole,
        read: (start, length) => file.read(start, length, signal()),
      };
    };
    return Promise.all(parts.map(read));
  }

  /** Closes the files of other models than the one that is open. */
  releaseAllBut(parts: WeightsPart[]) {
    const used = new Set(parts.flatMap((part) => ('remote' in part ? [part.remote.url] : [])));
    const urls = this.#store?.openFiles.map((file) => file.facts.url) ?? [];
    this.#store?.release(urls.filter((url) => !used.has(url)));
  }

  /** Adds to what a job tells how much it has downloaded, and tells it while a long read goes on. */
  withBytes<T>(tell: Tell, work: (tell: Tell) => Promise<T>): Promise<T> {
    let last: Progress | undefined;
    let [bytes, before] = [0, 0];
    const show = () => {
      if (last)
        tell(
          bytes === before ? last : { ...last, stage: t`${last.stage}, ${count(bytes - before)} downloaded` },
        );
    };
    const hear = (n: number) => {
      bytes = n;
      show();
    };
    return this.#counting(hear, () =>
      work((progress) => {
        if (progress.stage !== last?.stage) before = bytes;
        last = progress;
        show();
      }),
    );
  }

  /** Tells, now and then, how many bytes have arrived since the work began. */
  async #counting<T>(told: (bytes: number) => void, work: () => Promise<T>): Promise<T> {
    let [bytes, toldAt] = [0, 0];
    const hear = (n: number) => {
      bytes += n;
      if (performance.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = performance.now();
      told(bytes);
    };
    this.#ears.add(hear);
    try {
      return await work();
    } finally {
      this.#ears.delete(hear);
    }
  }

  #opened(): Promise<Disk | undefined> {
    this.#disk ??= openDisk();
    return this.#disk;
  }

  #files(): Store {
    this.#store ??= new Store(this.#opened(), {
      tell: this.#notice,
      onBytes: (n) => {
        for (const hear of this.#ears) hear(n);
      },
    });
    return this.#store;
  }
}

/** Bytes of all bytes, with the time left at the speed of the `arrived` ones since `startedAt`. */
function progressOf(
  stage: string,
  done: number,
  total: number,
  startedAt: number,
  arrived: number,
): Progress {
  const seconds = (performance.now() - startedAt) / 1000;
  const left = arrived > 0 ? ((total - done) * seconds) / arrived : undefined;
  return {
    stage: t`${stage} of ${count(total)}`,
    done: Math.min(1, done / total),
    ...(left !== undefined && { seconds_left: Math.max(0, left) }),
  };
}

function fromBlob({ name, blob }: { name: string; blob: Blob }): WeightsFile {
  return {
    name,
    length: blob.size,
    isLocal: true,
    read: async (start, length) => new Uint8Array(await blob.slice(start, start + length).arrayBuffer()),
  };
}
