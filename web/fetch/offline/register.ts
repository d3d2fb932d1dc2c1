// The page's side of its service worker. Without one (plain http, a private window, an old browser) the page works as
// long as there is a network.

import { offline } from '../../state/offline';
import type { WorkerMessage } from './messages';

let registration: ServiceWorkerRegistration | undefined;

/** Keeps the page on this machine from now on, and says so once all of it is here. */
export async function keepOffline(): Promise<void> {
  try {
    if (!import.meta.env.PROD || !isSecureContext || !navigator.serviceWorker) return;
    const { serviceWorker } = navigator;
    const isFirst = !serviceWorker.controller;
    const address = new URL('offline.js', document.baseURI);
    registration = await serviceWorker.register(address, { updateViaCache: 'none' });
    followUpdates(registration, isFirst);
    const { active } = await serviceWorker.ready;
    if (!active || !isFirst) return;
    await tellUsed(active);
    if (offline.value === 'no') offline.value = 'now';
  } catch {
    // Sandboxed frames and some settings forbid it; nothing else hangs on it.
  }
}

/** Hears of a newer build that is here whole and waits, or that another tab has let take over. */
function followUpdates(registration: ServiceWorkerRegistration, isFirst: boolean) {
  const look = () => {
    if (registration.waiting && registration.active) offline.value = 'newer';
  };
  look();
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  );
  let isLookedAfter = !isFirst;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isLookedAfter) offline.value = 'newer';
    isLookedAfter = true;
  });
}

/** Opens the page anew in the newer build. */
export function reloadNewer() {
  const waiting = registration?.waiting;
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ kind: 'take over' } satisfies WorkerMessage);
}

/** Tells the worker what was loaded before it was there. Resolves when that is kept, too. */
function tellUsed(worker: ServiceWorker): Promise<void> {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    worker.postMessage({ kind: 'used', addresses } satisfies WorkerMessage, [port2]);
  });
}
