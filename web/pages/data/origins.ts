import type { ArrayCard } from '../../lab/types';
import type { ArrayOrigin } from '../../state/data';

/** Where the arrays of a file are to be found in it: the engine names them after the file, and after a `/` by their own. */
export function originsOf(
  file: string,
  added: readonly ArrayCard[],
  isMadeHere?: boolean,
): Record<string, ArrayOrigin> {
  const stem = file.replace(/\.[^.]*$/, '');
  const about = { file, ...(isMadeHere && { isMadeHere }) };
  return Object.fromEntries(
    added.map(({ name }) => [
      name,
      name.startsWith(`${stem}/`) ? { ...about, key: name.slice(stem.length + 1) } : about,
    ]),
  );
}
