// A disk and a server for tests, in memory.

import { vi } from 'vitest';
import type { Disk, OpenFile } from './disk';

/** A disk of `capacity` bytes. Files stay when a store is thrown away; `end` frees what a dead worker held. */
export class FakeDisk implements Disk {
  files = new Map<string, Uint8Array>();
  #open = new Set<string>();
  capacity: number;

  constructor(capacity = Number.POSITIVE_INFINITY) {
    this.capacity = capacity;
  }

  end() {
    this.#open.clear();
  }

  async open(name: string): Promise<OpenFile> {
    if (this.#open.has(name)) throw new DOMException('in use', 'NoModificationAllowedError');
    this.#open.add(name);
    const bytes = () => this.files.get(name) ?? new Uint8Array();
    return {
      getSize: () => bytes().length,
      read: (into, { at }) => {
        const found = bytes().subarray(at, at + into.length);
        into.set(found);
        return found.length;
      },
      write: (added, { at }) => {
        const length = Math.max(bytes().length, at + added.length);
        const others = [...this.files].filter(([other]) => other !== name);
        if (others.reduce((sum, [, file]) => sum + file.length, length) > this.capacity)
          throw new DOMException('no room', 'QuotaExceededError');
        if (length > bytes().buffer.byteLength) {
          const roomier = new Uint8Array(2 * length);
          roomier.set(bytes());
          this.files.set(name, roomier);
        }
        this.files.set(name, new Uint8Array(bytes().buffer, 0, length));
        bytes().set(added, at);
        return added.length;
      },
      truncate: (length) => void this.files.set(name, bytes().slice(0, length)),
      flush: () => {},
      close: () => void this.#open.delete(name),
    };
  }

  async names() {
    return [...this.files.keys()];
  }

  async peek(name: string, most: number) {
    const file = this.files.get(name)!;
    return { bytes: file.slice(0, most), size: file.length };
  }

  async remove(name: string) {
    if (this.#open.has(name)) throw new DOMException('in use', 'NoModificationAllowedError');
    this.files.delete(name);
  }
}

/** One file on a server that answers ranges. */
export class FakeServer {
  body: Uint8Array<ArrayBuffer>;
  tag = '"a"';
  /** What it has been asked for: `first-last`, or `all`. */
  asked: string[] = [];
  /** Answers in place of the good one; `undefined` lets that one through. */
  fault: ((asked: string, signal: AbortSignal) => Response | Promise<Response> | undefined) | undefined;

  constructor(body: Uint8Array<ArrayBuffer>) {
    this.body = body;
    vi.stubGlobal('fetch', (_url: string, init: RequestInit & { headers: Record<string, string> }) =>
      this.#answer(init.headers.Range, init.signal!),
    );
  }

  async #answer(range: string | undefined, signal: AbortSignal): Promise<Response> {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    this.asked.push(first === undefined ? 'all' : `${first}-${last}`);
    const fault = await this.fault?.(this.asked.at(-1)!, signal);
    if (fault) return fault;
    return first === undefined ? this.whole() : this.part(Number(first), Number(last));
  }

  whole(): Response {
    return new Response(this.body, {
      headers: { etag: this.tag, 'content-length': String(this.body.length) },
    });
  }

  part(first: number, last: number): Response {
    const end = Math.min(last, this.body.length - 1);
    return new Response(this.body.slice(first, end + 1), {
      status: 206,
      headers: {
        etag: this.tag,
        'content-range': `bytes ${first}-${end}/${this.body.length}`,
        'content-length': String(end + 1 - first),
      },
    });
  }
}
