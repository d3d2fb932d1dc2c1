// A model hub's documented interface, as huggingface.co and its mirrors answer it.

import { problem } from '../state/problem';
import { t } from '../words/words';
import { type HubName, isCommit } from './hub-address';
import type { FileRequest } from './store/store';

/** Fetches a small file, kept for when its server is gone. */
export type Small = (request: FileRequest) => Promise<Uint8Array>;

/** A file of a model on the hub. */
export interface HubFile {
  path: string;
  url: string;
  /** Absent when a mirror does not tell. */
  length?: number;
  /** Empty when not known. */
  sha256: string;
}

/** A model at a commit, with its files. */
export interface HubModel {
  id: string;
  commit: string;
  files: HubFile[];
}

interface Sibling {
  rfilename?: string;
  size?: number;
  lfs?: { sha256?: string; size?: number };
}

interface TreeEntry {
  path?: string;
  size?: number;
  lfs?: { oid?: string; size?: number };
}

/**
 * Resolves a name to a commit and lists its files: `GET /api/models/{id}/revision/{revision}`, with `?blobs=true` for
 * sizes and hashes; mirrors without these have them in `/api/models/{id}/tree/{commit}`, or not at all.
 */
export async function findOnHub({ id, revision }: HubName, hub: string, small: Small): Promise<HubModel> {
  const ask = async <T>(path: string, of: string): Promise<T> => {
    const url = `${hub}/api/models/${id}/${path}`;
    const what = t`what ${new URL(hub).host} knows of ${id}`;
    const group = { id, revision: of };
    return parse<T>(await small({ url, what, isPinned: of !== '', sha256: '', group }), what, url);
  };
  const at = (revision: string) => `revision/${encodeURIComponent(revision)}`;
  const commit = isCommit(revision) ? revision : (await ask<{ sha?: string }>(at(revision), '')).sha;
  if (typeof commit !== 'string' || !isCommit(commit)) {
    throw problem(
      'fetch',
      t`Finding ${id} failed: ${hub} did not say which commit “${revision}” is. If it is a plain file server and no hub, give the address of the model’s folder instead.`,
    );
  }
  // The answer about a commit never changes, so that it is kept for use without a network.
  const { siblings = [] } = await ask<{ siblings?: Sibling[] }>(`${at(commit)}?blobs=true`, commit);
  const isTold = siblings.some((sibling) => sibling.lfs?.sha256 !== undefined);
  const tree = isTold ? [] : await ask<TreeEntry[]>(`tree/${commit}?recursive=true`, commit).catch(() => []);
  const files = siblings.flatMap(({ rfilename: path, size, lfs }): HubFile[] => {
    if (path === undefined) return [];
    const entry = Array.isArray(tree) ? tree.find((entry) => entry.path === path) : undefined;
    const length = lfs?.size ?? entry?.lfs?.size ?? size ?? entry?.size;
    const sha256 = lfs?.sha256 ?? entry?.lfs?.oid ?? '';
    const url = `${hub}/${id}/resolve/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`;
    return [{ path, url, sha256, ...(length !== undefined && { length }) }];
  });
  return { id, commit, files };
}

/** JSON that a server sent, or a sentence. */
export function parse<T>(bytes: Uint8Array, what: string, url: string): T {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    throw problem('fetch', t`Reading ${what} failed: ${url} is not JSON. Check the address.`);
  }
}
