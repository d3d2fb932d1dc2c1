import type { ModelFiles } from '../lab/protocol';
import type { ModelRef } from '../lab/types';
import { problem } from '../state/problem';
import { count, download } from './download';
import { type ModelEntry, refOf } from './model-index';
import { ownParts } from './own-parts';

export interface FetchHost {
  progress(stage: string, done: number | undefined): void;
  /** SHA-256 in hex, off the main thread; empty when it cannot be had. */
  hash(blob: Blob): Promise<string>;
  signal: AbortSignal;
}

/** Architectures that read text, and so need their tokeniser. */
const READS_TEXT = /bert|llama|mistral|qwen|gpt|text|rnn_lm|lstm/i;

/** Whether a model of this configuration reads text. What is no configuration does not; the engine says what it is. */
export function readsText(config: Uint8Array): boolean {
  try {
    const { model_type, tower } = JSON.parse(new TextDecoder().decode(config));
    return READS_TEXT.test(String(model_type)) || tower === 'text';
  } catch {
    return false;
  }
}

/** Downloads a bundled model and checks it against the list. Rejects with an `ErrorReport`. */
export async function fetchBundled(entry: ModelEntry, host: FetchHost): Promise<ModelFiles> {
  const ref = refOf(entry);
  const files = await fetchFolder(
    `models/${entry.id}`,
    entry.name,
    ref,
    READS_TEXT.test(entry.architecture),
    host,
    entry.bytes,
  );
  host.progress(`checking ${entry.name}`, undefined);
  const found = await host.hash(files.weights[0]!.blob);
  if (found !== '' && found !== entry.sha256) {
    throw problem(
      'fetch',
      `The weights of ${entry.name} have SHA-256 ${found.slice(0, 16)}…, but the list says ${entry.sha256.slice(0, 16)}…. The file was changed or damaged; fetch it again where the page is served from.`,
    );
  }
  return files;
}

/** Downloads a model from an address that the visitor named: a folder with `config.json` and `model.safetensors`. */
export async function fetchFromUrl(address: string, host: FetchHost): Promise<ModelFiles> {
  const base = normalise(address);
  const files = await fetchFolder(base, base, { id: base, revision: 'address', sha256: '' }, undefined, host);
  return { ...files, model: { ...files.model, sha256: await host.hash(files.weights[0]!.blob) } };
}

/** The folder that an address means: hub pages become their files, a file becomes its folder. */
export function normalise(address: string): string {
  const folder = address.trim().replace(/\/(config\.json|model\.safetensors|tokenizer\.json)(\?.*)?$/, '');
  return folder.replace(/\/(blob|tree)\//, '/resolve/').replace(/\/+$/, '');
}

async function fetchFolder(
  base: string,
  name: string,
  model: ModelRef,
  isTextual: boolean | undefined,
  { progress, signal }: FetchHost,
  bytes?: number,
): Promise<ModelFiles> {
  progress(`downloading ${name}`, 0);
  const config = await download(`${base}/config.json`, { what: `the configuration of ${name}`, signal });
  const configBytes = new Uint8Array(await config.arrayBuffer());
  const needsTokenizer = isTextual ?? readsText(configBytes);
  const tokenizer = needsTokenizer
    ? await download(`${base}/tokenizer.json`, { what: `the tokeniser of ${name}`, signal })
    : undefined;
  const weights = await download(`${base}/model.safetensors`, {
    what: `the weights of ${name}`,
    signal,
    ...(bytes !== undefined && { bytes }),
    onProgress: (done, total) =>
      progress(
        `downloading ${name}: ${count(done)}${total ? ` of ${count(total)}` : ''}`,
        total ? done / total : undefined,
      ),
  });
  return {
    model,
    config: configBytes,
    weights: [{ name: 'model.safetensors', blob: weights }],
    ...(tokenizer && { tokenizer: new Uint8Array(await tokenizer.arrayBuffer()) }),
  };
}

/** A model from the visitor's own files. Rejects with an `ErrorReport` that names what is missing. */
export async function readOwnFiles(files: File[], hash: FetchHost['hash']): Promise<ModelFiles> {
  const named = (name: string) => files.find((file) => file.name === name);
  const config = named('config.json');
  const [gguf] = files.filter((file) => file.name.toLowerCase().endsWith('.gguf'));
  // Such a file is its own configuration and tokeniser.
  if (gguf && !config) {
    return {
      model: { id: gguf.name.replace(/\.gguf$/i, ''), revision: 'local', sha256: await hash(gguf) },
      config: new Uint8Array(),
      weights: [{ name: gguf.name, blob: gguf }],
    };
  }
  const given =
    files
      .map((file) => file.name)
      .slice(0, 8)
      .join(', ') || 'nothing';
  if (!config)
    throw problem(
      'fetch',
      `Opening your model failed: it needs a config.json, but given were ${given}. Choose the whole folder.`,
    );
  const weights = await ownParts(files);
  const [file] = weights as [File];
  const tokenizer = named('tokenizer.json');
  return {
    // The engine hashes a checkpoint in several files itself.
    model: { id: folderName(file), revision: 'local', sha256: weights.length === 1 ? await hash(file) : '' },
    config: new Uint8Array(await config.arrayBuffer()),
    weights: weights.map((part) => ({ name: part.name, blob: part })),
    ...(tokenizer && { tokenizer: new Uint8Array(await tokenizer.arrayBuffer()) }),
  };
}

function folderName(file: File): string {
  return (
    file.webkitRelativePath?.split('/').at(-2) ?? file.name.replace(/(-\d{5}-of-\d{5})?\.safetensors$/, '')
  );
}
