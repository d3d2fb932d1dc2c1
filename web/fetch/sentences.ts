// What is said when a download fails: what was attempted, what was found, what to do.

import { decimals } from '../words/numbers';
import { t } from '../words/words';

/** Bytes in words. */
export function count(bytes: number): string {
  if (bytes < 1000) return t`${bytes} bytes`;
  if (bytes < 1e6) return t`${decimals(bytes / 1e3, 1)} kB`;
  if (bytes < 1e9) return t`${decimals(bytes / 1e6, 1)} MB`;
  return t`${decimals(bytes / 1e9, 2)} GB`;
}

/** The host does not answer, or does not let pages read its answers; a browser does not say which. */
export function unreachableSentence(what: string, url: string): string {
  const target = new URL(url, globalThis.location?.href);
  return target.origin === globalThis.location?.origin
    ? t`Downloading ${what} failed: ${target.host} does not answer. Check that the server still runs, then try again.`
    : t`Downloading ${what} from ${target.host} failed: the host cannot be reached, or it does not allow other pages to read its files (CORS).${hubHint(url)} You can also download the files yourself and drop them here.`;
}

export function statusSentence(
  what: string,
  url: string,
  { status, statusText }: Pick<Response, 'status' | 'statusText'>,
): string {
  const next =
    status === 404
      ? t`Check the address, or whether the file was installed where the page is served from.`
      : status === 401 || status === 403
        ? t`The host wants a login, as for models whose licence must be accepted first (“gated”): download the files yourself and drop them here.`
        : status === 429
          ? t`The host wants fewer requests for now; wait a few minutes, then try again. What has arrived is kept.`
          : t`Try again later.`;
  const found = `${status} ${statusText}`.trimEnd();
  return t`Downloading ${what} failed: ${url} answered ${found}. ${next}`;
}

export function htmlSentence(what: string, url: string): string {
  return t`Downloading ${what} failed: ${url} answered with a web page instead of the file.${hubHint(url)} Check the address: it must lead to the file itself.`;
}

export function lengthSentence(what: string, url: string, found: number, expected: number): string {
  return t`Downloading ${what} gave ${count(found)}, but ${count(expected)} were expected. The file at ${url} is cut off or another one; fetch it again where the page is served from.`;
}

export function brokenSentence(what: string, done: number): string {
  return t`Downloading ${what} broke off after ${count(done)}. Check the connection and try again.`;
}

export function changedSentence(what: string, url: string): string {
  return t`Reading ${what} failed: the file at ${url} changed on its server in the meantime. What was kept of it is dropped, so that old and new are not mixed; load the model again.`;
}

export function hashSentence(what: string, found: string, expected: string): string {
  return t`${capital(what)} have SHA-256 ${found.slice(0, 16)}…, but the list says ${expected.slice(0, 16)}…. The file was changed or damaged, and is not kept; fetch it again where it is served from.`;
}

export function fullSentence(what: string): string {
  return t`This browser has no room to keep more of ${what}; what follows stays in memory and is fetched again next time. To make room, delete something under “Kept on this machine”.`;
}

export function stoppedSentence(what: string, done: number, total: number): string {
  return t`Downloading ${what} stopped after ${count(done)} of ${count(total)}: this browser has no room to keep more. What has arrived is kept; to go on, delete something under “Kept on this machine”.`;
}

export function tooLargeSentence(what: string, url: string, length: number): string {
  return t`Downloading ${what} failed: the server of ${url} sends whole files only, this browser keeps none, and ${count(length)} are too much for its memory. Use a server that answers range requests, or download the file yourself and drop it here.`;
}

/** Pages of a model hub are not the files they show. */
function hubHint(url: string): string {
  return /\/(blob|tree)\//.test(url)
    ? ` ${t`An address with /blob/ or /tree/ is a page about the file: use /resolve/ in its place.`}`
    : '';
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const isHtmlType = (type: string | null) => /^text\/html/i.test(type ?? '');

/** Whether a file begins as a web page does. */
export const looksLikeHtml = (start: Uint8Array) =>
  /^\s*<(!doctype|html)/i.test(new TextDecoder().decode(start.subarray(0, 64)));
