// What no address carries (files that were given, finished reports) is kept for this tab, so that a reload loses
// nothing. It lies in IndexedDB, is forgotten a day after the tab was last seen, and never leaves this machine.

import { embed } from './embed';
import { inStore, type Place } from './in-store';
import { pack, unpack } from './packed';
import { remember, remembered } from './remember';

/** Most bytes that one tab keeps. */
export const MOST_SESSION_BYTES = 256 << 20;
/** A tab that was closed, or a browser that ended, may come back within this. */
const FORGOTTEN_AFTER_MS = 24 * 3600 * 1000;
const SEEN_EVERY_MS = 10 * 60 * 1000;

const PARTS: Place = { database: 'inscape-session', store: 'parts', keyPath: ['session', 'key'] };
const KEY = 'inscape.session';

interface Part {
  session: string;
  key: string;
  value: unknown;
  bytes: number;
}

let current: string | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** Keeps a value under a key, in place of the one there. Resolves to whether it outlives a reload: there may be no room. */
export function keepPart(key: string, value: unknown, bytes = 0): Promise<boolean> {
  return next(async () => {
    const session = openSession();
    if (!session) return false;
    if (bytes > 0) {
      const others = (await partsOf(session)).filter((part) => part.key !== key);
      if (sizeOf(others) + bytes > MOST_SESSION_BYTES) {
        await inStore(PARTS, 'readwrite', (store) => store.delete([session, key]));
        return false;
      }
    }
    const part: Part = { session, key, value: await pack(value), bytes };
    await inStore(PARTS, 'readwrite', (store) => store.put(part));
    return true;
  }).catch(() => false);
}

/** What this tab keeps under keys that begin so, by key. Empty where the browser keeps nothing. */
export function readParts(prefix: string): Promise<Map<string, unknown>> {
  return next(async () => {
    const session = knownSession();
    if (!session) return new Map<string, unknown>();
    const parts = await partsOf(session, prefix);
    return new Map(
      await Promise.all(parts.map(async ({ key, value }) => [key, await unpack(value)] as const)),
    );
  }).catch(() => new Map());
}

/** Bytes that this tab keeps under keys that begin so. */
export function sizeOfParts(prefix: string): Promise<number> {
  return next(async () => {
    const session = knownSession();
    return session ? sizeOf(await partsOf(session, prefix)) : 0;
  }).catch(() => 0);
}

/** Forgets what this tab keeps under a key. */
export function dropPart(key: string): Promise<void> {
  return next(async () => {
    const session = knownSession();
    if (session) await inStore(PARTS, 'readwrite', (store) => store.delete([session, key]));
  }).catch(() => {});
}

/** Forgets what this tab keeps under keys that begin so. */
export function dropParts(prefix: string): Promise<void> {
  return next(async () => {
    const session = knownSession();
    if (session) await inStore(PARTS, 'readwrite', (store) => store.delete(within(session, prefix)));
  }).catch(() => {});
}

/** Forgets what tabs keep that have not been seen for a day. */
export function forgetOld(now = Date.now()): Promise<void> {
  return next(async () => {
    const keys = await inStore<[string, string][]>(PARTS, 'readonly', (store) => store.getAllKeys());
    for (const session of new Set(keys.map(([session]) => session))) {
      const seen = Number(remembered(`${KEY}/${session}`) ?? 0);
      if (session === knownSession() || now - seen < FORGOTTEN_AFTER_MS) continue;
      await inStore(PARTS, 'readwrite', (store) => store.delete(within(session)));
      remember(`${KEY}/${session}`, undefined);
    }
  }).catch(() => {});
}

/** The name of this tab, once it keeps something; it is the same after a reload. */
function knownSession(): string | undefined {
  if (embed) return undefined;
  try {
    current ??= sessionStorage.getItem(KEY) ?? undefined;
    if (current) seeNow(current);
  } catch {
    // Storage is forbidden here, so nothing is kept.
  }
  return current;
}

function openSession(): string | undefined {
  if (embed || knownSession()) return current;
  const session = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  try {
    sessionStorage.setItem(KEY, session);
  } catch {
    return undefined;
  }
  return knownSession();
}

let isSeen = false;

/** Notes now and then, and when the page goes, that the tab is there. */
function seeNow(session: string) {
  if (isSeen) return;
  isSeen = true;
  const see = () => remember(`${KEY}/${session}`, `${Date.now()}`);
  see();
  setInterval(see, SEEN_EVERY_MS);
  globalThis.addEventListener?.('pagehide', see);
}

const sizeOf = (parts: readonly Part[]) => parts.reduce((sum, { bytes }) => sum + bytes, 0);
/** Keys of a session that begin so. */
const within = (session: string, prefix = '') =>
  IDBKeyRange.bound([session, prefix], [session, `${prefix}\uffff`]);
const partsOf = (session: string, prefix?: string) =>
  inStore<Part[]>(PARTS, 'readonly', (store) => store.getAll(within(session, prefix)));

/** One after another, so that what is dropped is not kept again by a write before it. */
function next<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(work);
  queue = done.catch(() => {});
  return done;
}
