import type { ModelFiles } from '../lab/protocol';
import { problem } from '../state/problem';
import { t } from '../words/words';
import { ownParts } from './own-parts';

export interface FetchHost {
  /** SHA-256 in hex, off the main thread; empty when it cannot be had. */
  hash(blob: Blob): Promise<string>;
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
      .join(', ') || t`nothing`;
  if (!config)
    throw problem(
      'fetch',
      t`Opening your model failed: it needs a config.json, but given were ${given}. Choose the whole folder.`,
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
