// Models on servers: beside the page, in a folder at an address, or on a hub. Small files come whole; of the weights
// only length and state are found out, and the engine reads what it needs.

import type { ModelFiles } from '../lab/protocol';
import type { ModelRef } from '../lab/types';
import { problem } from '../state/problem';
import { t } from '../words/words';
import { findOnHub } from './hub';
import type { HubName } from './hub-address';
import { readsText } from './model-files';
import { type ModelEntry, refOf } from './model-index';
import { INDEX, readIndex } from './own-parts';
import { hashOfParts } from './store/hash';
import type { FileRequest, RemoteFile } from './store/store';

const WEIGHTS = 'model.safetensors';

/** The store, as the page reaches it. Both reject with an `ErrorReport`. */
export interface ServerHost {
  small(request: FileRequest): Promise<Uint8Array>;
  find(request: FileRequest): Promise<RemoteFile>;
}

/** One model and how its files are asked for. */
interface Source {
  name: string;
  model: ModelRef;
  isPinned: boolean;
  /** The address of a file. */
  at: (file: string) => string;
}

/** A model that is served with the page; its weights are checked against the list once all of them are here. */
export async function fetchBundled(entry: ModelEntry, host: ServerHost): Promise<ModelFiles> {
  const folder = new URL(`models/${entry.id}/`, document.baseURI).href;
  const source: Source = {
    name: entry.name,
    model: refOf(entry),
    isPinned: false,
    at: (file) => folder + file,
  };
  const weights = host.find({
    ...request(source, WEIGHTS, weightsOf),
    isPinned: true,
    sha256: entry.sha256,
    length: entry.bytes,
  });
  const [words, remote] = await Promise.all([fetchWords(source, host), weights]);
  return { model: source.model, ...words, weights: [{ name: WEIGHTS, remote }] };
}

/** A model from a folder at an address that the visitor named, in one file or several. */
export async function fetchFromUrl(base: string, host: ServerHost): Promise<ModelFiles> {
  const folder = `${new URL(base, document.baseURI).href}/`;
  const model = { id: base, revision: 'address', sha256: '' };
  const source: Source = { name: base, model, isPinned: false, at: (file) => folder + file };
  const words = await fetchWords(source, host);
  const find = (file: string) => host.find(request(source, file, weightsOf));
  try {
    return { model, ...words, weights: [{ name: WEIGHTS, remote: await find(WEIGHTS) }] };
  } catch (error) {
    const names = isMissing(error) && (await fetchIndex(source, host));
    if (!names) throw error;
    const weights = await Promise.all(names.map(async (name) => ({ name, remote: await find(name) })));
    return { model, ...words, weights };
  }
}

/** A model from a hub, at the commit that its revision means now. */
export async function fetchFromHub(name: HubName, hub: string, host: ServerHost): Promise<ModelFiles> {
  const found = await findOnHub(name, hub, host.small);
  const { id, commit, files } = found;
  const model = { id, revision: commit, sha256: '' };
  const at = (file: string) => `${hub}/${id}/resolve/${commit}/${file}`;
  const source: Source = { name: id, model, isPinned: true, at };
  const has = (path: string) => files.some((file) => file.path === path);
  if (!has('config.json')) throw problem('fetch', lacks(id, t`a config.json`, files));
  const names = has(WEIGHTS)
    ? [WEIGHTS]
    : has(INDEX)
      ? await fetchIndex(source, host)
      : files.map((file) => file.path).filter((path) => /^[^/]+\.safetensors$/.test(path));
  const parts = files.filter((file) => names?.includes(file.path));
  if (parts.length === 0) throw problem('fetch', lacks(id, t`weights in safetensors`, files));
  const words = await fetchWords(source, host);
  const weights = parts.map(async ({ path, sha256, length }) => {
    const asked = { ...request(source, path, weightsOf), sha256, ...(length !== undefined && { length }) };
    return { name: path, remote: await host.find(asked) };
  });
  const sha256 = hashOfParts(parts.map(({ path, sha256 }) => ({ name: path, sha256 })));
  return { model: { ...model, sha256 }, ...words, weights: await Promise.all(weights) };
}

/** Configuration and, for a model that reads text, tokeniser. */
async function fetchWords(
  source: Source,
  host: ServerHost,
): Promise<Pick<ModelFiles, 'config' | 'tokenizer'>> {
  const config = await host.small(request(source, 'config.json', (name) => t`the configuration of ${name}`));
  if (!readsText(config)) return { config };
  return {
    config,
    tokenizer: await host.small(request(source, 'tokenizer.json', (name) => t`the tokeniser of ${name}`)),
  };
}

/** The files that an index names; `undefined` when there is no index. */
async function fetchIndex(source: Source, host: ServerHost): Promise<string[] | undefined> {
  const asked = request(source, INDEX, (name) => t`the list of parts of ${name}`);
  const bytes = await host.small(asked).catch((error) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!bytes) return undefined;
  return readIndex(new TextDecoder().decode(bytes), asked.url);
}

function request(
  { name, model, isPinned, at }: Source,
  file: string,
  say: (name: string) => string,
): FileRequest {
  const group = { id: model.id, revision: model.revision };
  return { url: at(file), what: say(name), isPinned, sha256: '', group };
}

const weightsOf = (name: string) => t`the weights of ${name}`;

const isMissing = (error: unknown) => (error as { kind?: string }).kind === 'missing';

function lacks(id: string, what: string, files: { path: string }[]): string {
  const given = files.map((file) => file.path);
  const some = given.slice(0, 8).join(', ') || t`nothing`;
  return t`Opening ${id} failed: it needs ${what}, but the hub lists ${some}${given.length > 8 ? ' …' : ''}.`;
}
