/** The page's module for arrays in Node, and the files that a visitor would have given it. */
import { readFileSync } from 'node:fs';
import { isMat, matArrays } from '../../web/inputs/mat/arrays.ts';
import { originsOf } from '../../web/pages/data/origins.ts';
import { pythonOf } from '../../web/pages/data/python/script.ts';

const WASM = new URL('../../web/lab/wasm/', import.meta.url);
const host = { progress: () => {}, breathe: () => Promise.resolve(false) };

/** An engine with the files `{name: bytes}` on its shelf. */
export async function engineWith(files) {
  const { default: init, DataLab } = await import(/* @vite-ignore */ new URL('data.js', WASM).href);
  await init({ module_or_path: readFileSync(new URL('data_bg.wasm', WASM)) });
  const lab = new DataLab();
  const added = [];
  for (const [name, bytes] of Object.entries(files)) added.push([name, await add(lab, name, bytes)]);
  const cards = added.flatMap(([, cards]) => cards);
  const origins = Object.assign({}, ...added.map(([name, cards]) => originsOf(name, cards)));
  const recipeOf = (task, seed) => ({ version: 1, arrays: refs(task, cards), task, seed });
  return {
    list: () => lab.list(),
    /** The figures of a task. */
    run: async (task, seed) => (await lab.run(recipeOf(task, seed), host)).figures,
    /** The same task as Python, or why it is not. */
    script: (task, seed) => pythonOf(recipeOf(task, seed), cards, origins),
  };
}

/** A file onto the shelf as the page gives it. */
async function add(lab, name, bytes) {
  if (!isMat(name)) return lab.add(name, bytes);
  const { files } = await matArrays(name, new Blob([bytes]));
  const arrays = files.map(async (file) => lab.add(file.name, new Uint8Array(await file.blob.arrayBuffer())));
  return (await Promise.all(arrays)).flat();
}

/** The arrays that a task names. */
function refs(task, cards) {
  const named = Object.values(task).flat();
  return cards.filter(({ name }) => named.includes(name)).map(({ name, sha256 }) => ({ name, sha256 }));
}
