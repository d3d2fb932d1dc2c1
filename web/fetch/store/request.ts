// One request for a file or a part of it, with every way in which a server's answer can be wrong. There is no
// `If-Range`: to another host it would need a permission of its own (CORS preflight) that few give; each answer's tag
// and length are compared instead.

import { problem } from '../../state/problem';
import { t } from '../../words/words';
import {
  brokenSentence,
  htmlSentence,
  isHtmlType,
  looksLikeHtml,
  statusSentence,
  unreachableSentence,
} from '../sentences';
import { Passing, retryAfterMs, stopIf } from './retry';

/** A connection that brings no byte for this long is given up. */
const STALL_MS = 10_000;

/** What a server says of the file. */
export interface Origin {
  /** Etag or date of this state of the file; empty when the server does not say, or does not let pages read it. */
  tag: string;
  /** Length of the whole file; absent likewise. */
  length?: number;
}

export type Answer =
  | { kind: 'part'; origin: Origin; bytes: Uint8Array }
  /** All of the file, as it comes: the server knows no ranges, or was not asked for one. */
  | { kind: 'whole'; origin: Origin; pieces: AsyncGenerator<Uint8Array>; end: () => void };

/** Hears of bytes as they arrive. */
type OnBytes = (n: number) => void;

/** Asks for the bytes from `first` to `last`. Throws `Passing` for what another try may mend. */
export async function askRange(
  url: string,
  what: string,
  [first, last]: [number, number],
  onBytes?: OnBytes,
): Promise<Answer> {
  const line = new Line(url, what);
  const response = await line.open({ Range: `bytes=${first}-${last}` });
  if (response.status !== 206) return line.whole(response, onBytes);
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
  // Another host may hide this header; the length of what comes is checked in any case.
  if (range && (Number(range[1]) !== first || Number(range[2]) > last)) {
    line.end();
    throw new Passing(
      problem(
        'fetch',
        t`Downloading ${what} failed: asked for the bytes ${first}–${last}, ${url} answered with ${range[1]!}–${range[2]!}. Its server or a cache on the way is at fault; try again later, or download the file yourself and drop it here.`,
      ),
    );
  }
  const total = range?.[3] && range[3] !== '*' ? Number(range[3]) : undefined;
  // The file may end before the range does.
  const stated = response.headers.get('content-length');
  const expected =
    total !== undefined
      ? Math.min(last + 1, total) - first
      : stated !== null
        ? Number(stated)
        : last + 1 - first;
  const bytes = await gather(line.pieces(response, onBytes), Math.min(expected, last + 1 - first));
  if (!bytes) throw new Passing(problem('fetch', brokenSentence(what, line.done)));
  if (first === 0 && looksLikeHtml(bytes)) throw problem('fetch', htmlSentence(what, url));
  return {
    kind: 'part',
    origin: { tag: tagOf(response), ...(total !== undefined && { length: total }) },
    bytes,
  };
}

interface WholeOptions {
  onBytes?: OnBytes | undefined;
  signal?: AbortSignal | undefined;
  /** What the browser's own cache has to do with it; nothing when absent. */
  cache?: RequestCache;
}

/** Asks for the whole file. */
export async function askWhole(
  url: string,
  what: string,
  { onBytes, signal, cache }: WholeOptions = {},
): Promise<Answer & { kind: 'whole' }> {
  const line = new Line(url, what, signal);
  return line.whole(await line.open({}, cache), onBytes);
}

/** One connection, ended when it stalls or when the visitor cancels. */
class Line {
  done = 0;
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #url: string;
  readonly #what: string;
  readonly #signal: AbortSignal | undefined;

  constructor(url: string, what: string, signal?: AbortSignal) {
    this.#url = url;
    this.#what = what;
    this.#signal = signal;
    signal?.addEventListener('abort', () => this.end());
  }

  end() {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  /** The answer's head, when its status is good. */
  async open(headers: Record<string, string>, cache: RequestCache = 'no-store'): Promise<Response> {
    stopIf(this.#signal);
    this.#watch();
    let response: Response;
    try {
      // What is kept lies in the store; the browser's own cache would hold it twice.
      response = await fetch(this.#url, { headers, signal: this.#stop.signal, cache });
    } catch {
      clearTimeout(this.#timer);
      stopIf(this.#signal);
      throw new Passing(problem('offline', unreachableSentence(this.#what, this.#url)));
    }
    clearTimeout(this.#timer);
    if (response.ok && !isHtmlType(response.headers.get('content-type'))) return response;
    this.end();
    if (response.ok) throw problem('fetch', htmlSentence(this.#what, this.#url));
    const kind = response.status === 404 ? 'missing' : 'fetch';
    const report = problem(kind, statusSentence(this.#what, this.#url, response));
    const passes = response.status >= 500 || [408, 429].includes(response.status);
    throw passes ? new Passing(report, retryAfterMs(response.headers.get('retry-after'))) : report;
  }

  whole(response: Response, onBytes?: OnBytes): Answer & { kind: 'whole' } {
    // A compressed transfer states the compressed length, which says nothing about the file.
    const stated = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
    const length = stated === null ? undefined : Number(stated);
    return {
      kind: 'whole',
      origin: { tag: tagOf(response), ...(length !== undefined && { length }) },
      pieces: this.pieces(response, onBytes),
      end: () => this.end(),
    };
  }

  /** The body as it comes. Throws `Passing` when it breaks off or stalls; ending it early ends the connection. */
  async *pieces(response: Response, onBytes?: OnBytes): AsyncGenerator<Uint8Array> {
    const reader = response.body!.getReader();
    try {
      for (;;) {
        this.#watch();
        const { done, value } = await reader.read();
        if (done) return;
        if (this.done === 0 && looksLikeHtml(value) && response.status === 200)
          throw problem('fetch', htmlSentence(this.#what, this.#url));
        this.done += value.length;
        onBytes?.(value.length);
        yield value;
      }
    } catch (error) {
      stopIf(this.#signal);
      if (typeof error === 'object' && error !== null && 'kind' in error) throw error;
      throw new Passing(problem('fetch', brokenSentence(this.#what, this.done)));
    } finally {
      this.end();
    }
  }

  #watch() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#stop.abort(), STALL_MS);
  }
}

/** The pieces as one array; `undefined` when they are more or less than expected. */
async function gather(
  pieces: AsyncGenerator<Uint8Array>,
  expected: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = new Uint8Array(expected);
  let at = 0;
  for await (const piece of pieces) {
    if (at + piece.length > expected) return undefined;
    bytes.set(piece, at);
    at += piece.length;
  }
  return at === expected ? bytes : undefined;
}

/** Etag without the mark of weakness, which a proxy may add, or the date. */
function tagOf({ headers }: Response): string {
  return headers.get('etag')?.replace(/^W\//, '') ?? headers.get('last-modified') ?? '';
}
