// What a visitor types or pastes to name a model elsewhere.

import { t } from '../words/words';

/** The hub that is asked unless the visitor names another, such as a mirror in the own network. */
export const DEFAULT_HUB = 'https://huggingface.co';

/** A model on a hub; the revision is a branch, tag or commit. */
export interface HubName {
  id: string;
  revision: string;
}

const ID = /^[\w][\w.-]*\/[\w][\w.-]*$/;
const COMMIT = /^[0-9a-f]{40}$/;

export const isHubId = (id: string) => ID.test(id);
export const isCommit = (revision: string) => COMMIT.test(revision);

/** `owner/name`, perhaps with `@revision`, or the address of a page of the hub about a model or its files. */
export function parseHubName(text: string, hub: string): HubName | undefined {
  const [id = '', revision = 'main'] = text.trim().split('@', 2);
  if (isHubId(id) && revision !== '') return { id, revision };
  return parseHubPage(text, hub);
}

/** The model that a page of the hub is about; `undefined` for other addresses, and for models in a folder of theirs. */
export function parseHubPage(text: string, hub: string): HubName | undefined {
  const bare = text
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  const base = [hub, DEFAULT_HUB].find((base) => bare.startsWith(`${base}/`));
  if (!base) return undefined;
  const [owner, name, kind, revision, ...rest] = bare.slice(base.length + 1).split('/');
  const id = `${owner}/${name}`;
  if (!isHubId(id) || ['api', 'datasets', 'spaces', 'models'].includes(owner!)) return undefined;
  if (kind === undefined) return { id, revision: 'main' };
  const isOfFiles = ['tree', 'blob', 'resolve', 'raw'].includes(kind) && revision !== undefined;
  const isAtTop = kind === 'tree' ? rest.length === 0 : rest.length <= 1;
  return isOfFiles && isAtTop ? { id, revision: decodeURIComponent(revision) } : undefined;
}

/** The address of a hub as it is used: without a slash at its end. Throws a sentence when it is none. */
export function normaliseHub(text: string): string {
  const bare = text.trim().replace(/\/+$/, '');
  if (bare === '') return DEFAULT_HUB;
  const isAddress = /^https?:\/\/[^/\s]+(\/\S*)?$/.test(bare) && URL.canParse(bare);
  if (!isAddress)
    throw new Error(
      t`“${text}” is not an address of a hub. It should look like ${DEFAULT_HUB} or http://mirror.local:8080.`,
    );
  return bare;
}

/** The folder that an address means: hub pages become their files, a file becomes its folder. */
export function normalise(address: string): string {
  const file = /\/(config\.json|model\.safetensors(\.index\.json)?|tokenizer\.json)(\?.*)?$/;
  return address
    .trim()
    .replace(file, '')
    .replace(/\/(blob|tree)\//, '/resolve/')
    .replace(/\/+$/, '');
}
