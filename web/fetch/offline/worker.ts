// The service worker: answers for the page from what is kept, so that it opens without a network. It is a script of
// its own in the built folder, before which scripts/page/offline.ts writes the list of the build's files.

import { answer, type Build, dropOthers, keepBuild, keepUsed, type Surroundings } from './build';
import type { WorkerMessage } from './messages';

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Asking extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The part of `ServiceWorkerGlobalScope` that is used; TypeScript's own library does not go with the page's. */
interface Scope {
  INSCAPE_BUILD: Build;
  registration: ServiceWorkerRegistration;
  caches: CacheStorage;
  fetch: typeof fetch;
  clients: { claim(): Promise<void>; matchAll(options: { type: 'window' }): Promise<unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', hear: (event: Asking) => void): void;
  addEventListener(kind: 'message', hear: (event: MessageEvent<WorkerMessage> & Lasting) => void): void;
}

const scope = globalThis as unknown as Scope;
const build = scope.INSCAPE_BUILD;
const around: Surroundings = {
  base: new URL(scope.registration.scope),
  caches: scope.caches,
  fetch: (request) => scope.fetch(request),
};

scope.addEventListener('install', (event) => event.waitUntil(keepBuild(build, around)));
// The first visit is looked after at once.
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('fetch', (event) => {
  const answered = answer(event.request, build, around);
  if (answered) event.respondWith(answered);
  if (event.request.mode === 'navigate') event.waitUntil(tidy());
});

scope.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data.kind === 'take over') event.waitUntil(scope.skipWaiting());
  else event.waitUntil(keepUsed(data.addresses, around).then(() => ports[0]?.postMessage('kept')));
});

/** When a page opens, no other is open and no newer build is on its way, nothing of another build is of use. */
async function tidy() {
  const open = await scope.clients.matchAll({ type: 'window' });
  const { installing, waiting } = scope.registration;
  if (open.length === 0 && !installing && !waiting) await dropOthers(build, around);
}
