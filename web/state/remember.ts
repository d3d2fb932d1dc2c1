// Small values kept in this browser between visits.

/** A value kept in this browser; `undefined` also where storage is forbidden. */
export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value in this browser, or forgets it. Does nothing where storage is forbidden. */
export function remember(key: string, value: string | undefined) {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}
