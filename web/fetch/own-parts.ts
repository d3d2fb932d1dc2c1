import { problem } from '../state/problem';

/** Where a checkpoint in several files says which file each tensor lies in. */
export const INDEX = 'model.safetensors.index.json';

/** The files of weights among the visitor's own, in order. Rejects with an `ErrorReport` that names what is missing. */
export async function ownParts(files: File[]): Promise<File[]> {
  const weights = files.filter((file) => file.name.endsWith('.safetensors'));
  weights.sort((a, b) => (a.name < b.name ? -1 : 1));
  const index = files.find((file) => file.name === INDEX);
  const whole = weights.find((file) => file.name === 'model.safetensors');
  if (index && !whole) return named(weights, readIndex(await index.text()), `${INDEX} names`);
  const last = weights.at(-1);
  if (!last) {
    throw problem(
      'fetch',
      'Opening your model failed: it needs a .safetensors file, but none was given. Choose a folder with config.json and model.safetensors.',
    );
  }
  const [, stem, count] = /^(.*)-\d{5}-of-(\d{5})\.safetensors$/.exec(last.name) ?? [];
  if (!count) return weights;
  const number = (part: number) => String(part).padStart(5, '0');
  const all = Array.from(
    { length: Number(count) },
    (_, part) => `${stem}-${number(part + 1)}-of-${count}.safetensors`,
  );
  return named(weights, all, 'their names speak of');
}

/** The files that an index names, each once. */
export function readIndex(json: string): string[] {
  let map: unknown;
  try {
    map = JSON.parse(json).weight_map;
  } catch {
    map = undefined;
  }
  const files = map && typeof map === 'object' ? [...new Set(Object.values(map))] : [];
  const wrong = files.find((file) => typeof file !== 'string' || !/^[^./\\:][^/\\:]*$/.test(file));
  if (files.length === 0 || wrong !== undefined) {
    const found = wrong === undefined ? 'it names no file' : `it names “${String(wrong)}”`;
    throw problem(
      'fetch',
      `Opening the model failed: ${INDEX} should name files that lie beside it, but ${found}. Fetch the index again.`,
    );
  }
  return files.sort() as string[];
}

function named(given: File[], names: string[], source: string): File[] {
  return names.map((name) => {
    const file = given.find((candidate) => candidate.name === name);
    if (file) return file;
    throw problem(
      'fetch',
      `Opening your model failed: ${source} ${names.length} files of weights, but ${name} was not given. Choose the whole folder.`,
    );
  });
}
