// Which runs are going on in some tab of this browser: theirs are not for another to take up.

const PREFIX = 'inscape.train/';

/** Marks runs as going on until the returned function is called, which resolves when they are free, or the page is gone. */
export function markRunning(ids: readonly string[]): () => Promise<void> {
  const end = new AbortController();
  // Plain http from another machine has no locks; a run that is taken up in two tabs then only trains twice.
  const held = ids.map((id) =>
    globalThis.navigator?.locks
      ?.request(`${PREFIX}${id}`, { mode: 'shared' }, () => untilAborted(end.signal))
      .catch(() => {}),
  );
  return async () => {
    end.abort();
    await Promise.all(held);
  };
}

/** The marked ones. */
export async function runningIds(): Promise<Set<string>> {
  const { held = [] } = (await globalThis.navigator?.locks?.query()) ?? {};
  const names = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
  return new Set(names);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
