/** The files of one folder whose names match, with the folder before them, in order; none when it does not exist. */
import { existsSync, readdirSync } from 'node:fs';

export function glob(folder, pattern) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}
