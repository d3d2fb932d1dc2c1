// Sets of arrays for the page “Your data”: those that this site holds, and those on public addresses.

import { problem } from '../state/problem';
import { download, downloadJson } from './download';
import type { Small } from './hub';
import { count } from './sentences';
import { sha256 } from './sha256';

/** A set that this site holds, as its list names it. */
export interface SetEntry {
  id: string;
  name: string;
  licence: string;
  /** Packages and versions that the numbers come from. */
  source: string;
  /** Its archive, in the folder of its id. */
  file: string;
  bytes: number;
  sha256: string;
}

/** A file of a public repository, by the commit that pins its bytes. */
export interface PublicFile {
  /** `owner/name`. */
  repository: string;
  commit: string;
  path: string;
  bytes: number;
  sha256: string;
}

export interface NamedFile {
  name: string;
  blob: Blob;
}

/** The sets that this site holds. */
export async function fetchSetList(): Promise<SetEntry[]> {
  const index = await downloadJson<{ sets?: SetEntry[] }>('models/index.json', 'the list of sets');
  return index.sets ?? [];
}

/** The command that adds a set to a site, on the machine that serves it. */
export const buildCommand = (id: string) => `./scripts/build --models ${id}`;

/** The archive of a set. Rejects with an `ErrorReport`. */
export async function fetchSet(
  entry: SetEntry,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<NamedFile> {
  const url = `models/${entry.id}/${entry.file}`;
  const { bytes } = entry;
  const blob = await download(url, {
    what: entry.name,
    bytes,
    signal,
    onProgress: (done) => onProgress(done / bytes),
  });
  await check(entry.name, blob, entry, url);
  return { name: entry.file, blob };
}

export const addressOf = (base: string, { repository, commit, path }: PublicFile) =>
  `${base}/${repository}/${commit}/${path}`;

/** What fetches and keeps files from other servers. */
export interface PublicHost {
  small: Small;
  /** Forgets what was kept of an address. */
  drop(url: string): Promise<void>;
  /** The share that is here. */
  progress(done: number): void;
}

/** Files from public addresses, kept for when their server is gone. Rejects with an `ErrorReport`. */
export async function fetchPublic(
  name: string,
  files: readonly PublicFile[],
  base: string,
  { small, drop, progress }: PublicHost,
): Promise<NamedFile[]> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const found: NamedFile[] = [];
  let done = 0;
  for (const file of files) {
    const url = addressOf(base, file);
    const what = `${file.path.split('/').at(-1)} of ${name}`;
    const group = { id: name, revision: file.commit };
    const bytes = await small({ url, what, isPinned: true, sha256: file.sha256, group, length: file.bytes });
    const blob = new Blob([new Uint8Array(bytes)]);
    await check(what, blob, file, url).catch(async (error: unknown) => {
      await drop(url);
      throw error;
    });
    found.push({ name: file.path.split('/').at(-1)!, blob });
    done += file.bytes;
    progress(done / total);
  }
  return found;
}

/** Numbers can only be the same when the bytes are. */
async function check(what: string, blob: Blob, expected: Pick<PublicFile, 'bytes' | 'sha256'>, url: string) {
  const found = await sha256(blob);
  if (blob.size === expected.bytes && (found === '' || found === expected.sha256)) return;
  throw problem(
    'fetch',
    `Fetching ${what} gave ${count(blob.size)} with SHA-256 ${found.slice(0, 16)}…, but expected were ${count(expected.bytes)} with ${expected.sha256.slice(0, 16)}…. The file at ${url} was changed or damaged, and is not used; try again, or take it from another place and drop it here.`,
  );
}
