import { problem } from '../state/problem';

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
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok) throw problem('fetch', statusSentence(what, url, response));
  if (/^text\/html/i.test(type)) throw problem('fetch', htmlSentence(what, url));
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
    throw problem(
      'fetch',
      `Downloading ${what} broke off after ${count(done)}. Check the connection and try again.`,
    );
  }
  if (total !== undefined && done !== total) {
    throw problem(
      'fetch',
      `Downloading ${what} gave ${count(done)}, but ${count(total)} were expected. ` +
        `The file at ${url} is cut off or another one; fetch it again where the page is served from.`,
    );
  }
  const blob = new Blob([...pieces, ...parts]);
  if (await looksLikeHtml(blob)) throw problem('fetch', htmlSentence(what, url));
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
    const target = new URL(url, globalThis.location?.href);
    const isOwn = target.origin === globalThis.location?.origin;
    throw problem(
      'fetch',
      isOwn
        ? `Downloading ${what} failed: ${target.host} does not answer. Check that the server still runs, then try again.`
        : `Downloading ${what} from ${target.host} failed: the host cannot be reached, or it does not allow other pages to read its files (CORS).${hubHint(url)} You can also download the files yourself and drop them here.`,
    );
  }
}

/** Pages of a model hub are not the files they show. */
function hubHint(url: string): string {
  return /\/(blob|tree)\//.test(url)
    ? ' An address with /blob/ or /tree/ is a page about the file: use /resolve/ in its place.'
    : '';
}

function statusSentence(what: string, url: string, response: Response): string {
  const next =
    response.status === 404
      ? 'Check the address, or whether the file was installed where the page is served from.'
      : response.status === 401 || response.status === 403
        ? 'The host wants a login; download the file yourself and drop it here.'
        : 'Try again later.';
  return (
    `Downloading ${what} failed: ${url} answered ${response.status} ${response.statusText}`.trimEnd() +
    `. ${next}`
  );
}

function htmlSentence(what: string, url: string): string {
  return `Downloading ${what} failed: ${url} answered with a web page instead of the file.${hubHint(url)} Check the address: it must lead to the file itself.`;
}

async function looksLikeHtml(blob: Blob): Promise<boolean> {
  return /^\s*<(!doctype|html)/i.test(await blob.slice(0, 64).text());
}

/** Bytes in words. */
export function count(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e9).toFixed(2)} GB`;
}
