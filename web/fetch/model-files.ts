import type { ModelFiles } from '../lab/protocol';
import { problem } from '../state/problem';

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
  const weights = files.filter((file) => file.name.endsWith('.safetensors'));
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
  if (weights.length !== 1) {
    const found =
      weights.length === 0
        ? 'none was given'
        : `${weights.length} were given (a model in several parts cannot be read yet)`;
    throw problem(
      'fetch',
      `Opening your model failed: it needs one .safetensors file, but ${found}. Choose a folder with config.json and model.safetensors.`,
    );
  }
  const [file] = weights as [File];
  const tokenizer = named('tokenizer.json');
  return {
    model: { id: folderName(file), revision: 'local', sha256: await hash(file) },
    config: new Uint8Array(await config.arrayBuffer()),
    weights: [{ name: file.name, blob: file }],
    ...(tokenizer && { tokenizer: new Uint8Array(await tokenizer.arrayBuffer()) }),
  };
}

function folderName(file: File): string {
  return file.webkitRelativePath?.split('/').at(-2) ?? file.name.replace(/\.safetensors$/, '');
}
