import { problem } from '../state/problem';
import {
  brokenSentence,
  htmlSentence,
  isHtmlType,
  lengthSentence,
  looksLikeHtml,
  statusSentence,
  unreachableSentence,
} from './sentences';

/** Bytes that are gathered before they leave the page's own memory. */
const PIECE_BYTES = 8 << 20;

export interface DownloadOptions {
  /** What it is, for messages: `the weights of SqueezeNet`. */
  what: string;
  /** Length that is known beforehand, in bytes. */
  bytes?: number;
  onProgress?: (done: number, total: number | undefined) => void;
  signal?: AbortSignal;
}

/**
 * Downloads a file whole. Rejects with an `ErrorReport` when the server cannot be reached, answers with
 * an error or an error *page*, or sends fewer bytes than it said.
 */
export async function download(url: string, options: DownloadOptions): Promise<Blob> {
  const { what, signal } = options;
  const response = await ask(url, options);
  if (!response.ok) throw problem('fetch', statusSentence(what, url, response));
  if (isHtmlType(response.headers.get('content-type'))) throw problem('fetch', htmlSentence(what, url));
  // A compressed transfer states the compressed length, which says nothing about the file.
  const stated = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  const total = options.bytes ?? (stated === null ? undefined : Number(stated));
  // Bytes go into blobs piece by piece: making one of 300 MB at the end would stop the page.
  const pieces: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let [done, inParts] = [0, 0];
  try {
    for (const reader = response.body!.getReader(); ; ) {
      const { done: isEnd, value } = await reader.read();
      if (isEnd) break;
      parts.push(value);
      done += value.length;
      inParts += value.length;
      if (inParts >= PIECE_BYTES) {
        pieces.push(new Blob(parts));
        parts = [];
        inParts = 0;
      }
      options.onProgress?.(done, total);
    }
  } catch {
    if (signal?.aborted) throw problem('cancelled', 'The download was cancelled.');
    throw problem('fetch', brokenSentence(what, done));
  }
  if (total !== undefined && done !== total) {
    throw problem('fetch', lengthSentence(what, url, done, total));
  }
  const blob = new Blob([...pieces, ...parts]);
  if (looksLikeHtml(new Uint8Array(await blob.slice(0, 64).arrayBuffer())))
    throw problem('fetch', htmlSentence(what, url));
  return blob;
}

/** Downloads JSON. Rejects with an `ErrorReport`, also when it is not JSON. */
export async function downloadJson<T>(url: string, what: string, signal?: AbortSignal): Promise<T> {
  const blob = await download(url, { what, ...(signal && { signal }) });
  try {
    return JSON.parse(await blob.text()) as T;
  } catch {
    throw problem('fetch', `Reading ${what} failed: ${url} is not JSON. Check the address.`);
  }
}

async function ask(url: string, { what, signal }: DownloadOptions): Promise<Response> {
  try {
    return await fetch(url, signal ? { signal } : {});
  } catch {
    if (signal?.aborted) throw problem('cancelled', 'The download was cancelled.');
    throw problem('fetch', unreachableSentence(what, url));
  }
}
