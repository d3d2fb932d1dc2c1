import { problem } from '../state/problem';
import { t } from '../words/words';

/** Where a checkpoint in several files says which file each tensor lies in. */
export const INDEX = 'model.safetensors.index.json';

/** The files of weights among the visitor's own, in order. Rejects with an `ErrorReport` that names what is missing. */
export async function ownParts(files: File[]): Promise<File[]> {
  const weights = files.filter((file) => file.name.endsWith('.safetensors'));
  weights.sort((a, b) => (a.name < b.name ? -1 : 1));
  const index = files.find((file) => file.name === INDEX);
  const whole = weights.find((file) => file.name === 'model.safetensors');
  if (index && !whole)
    return named(
      weights,
      readIndex(await index.text()),
      (n, name) =>
        t`Opening your model failed: ${INDEX} names ${n} files of weights, but ${name} was not given. Choose the whole folder.`,
    );
  const last = weights.at(-1);
  if (!last) {
    throw problem(
      'fetch',
      t`Opening your model failed: it needs a .safetensors file, but none was given. Choose a folder with config.json and model.safetensors.`,
    );
  }
  const [, stem, count] = /^(.*)-\d{5}-of-(\d{5})\.safetensors$/.exec(last.name) ?? [];
  if (!count) return weights;
  const number = (part: number) => String(part).padStart(5, '0');
  const all = Array.from(
    { length: Number(count) },
    (_, part) => `${stem}-${number(part + 1)}-of-${count}.safetensors`,
  );
  return named(
    weights,
    all,
    (n, name) =>
      t`Opening your model failed: their names speak of ${n} files of weights, but ${name} was not given. Choose the whole folder.`,
  );
}

/** The files that an index names, each once; `where` is the index's own name or address. */
export function readIndex(json: string, where = INDEX): string[] {
  let map: unknown;
  try {
    map = JSON.parse(json).weight_map;
  } catch {
    map = undefined;
  }
  const files = map && typeof map === 'object' ? [...new Set(Object.values(map))] : [];
  const wrong = files.find((file) => typeof file !== 'string' || !/^[^./\\:][^/\\:]*$/.test(file));
  if (files.length === 0 || wrong !== undefined) {
    throw problem(
      'fetch',
      wrong === undefined
        ? t`Opening the model failed: ${where} should name files that lie beside it, but it names no file. Fetch the index again.`
        : t`Opening the model failed: ${where} should name files that lie beside it, but it names “${String(wrong)}”. Fetch the index again.`,
    );
  }
  return files.sort() as string[];
}

function named(given: File[], names: string[], say: (n: number, lacking: string) => string): File[] {
  return names.map((name) => {
    const file = given.find((candidate) => candidate.name === name);
    if (file) return file;
    throw problem('fetch', say(names.length, name));
  });
}
