/** The crates' order: each knows only the stages before it, and the outside libraries have one door each. */
import { execFileSync } from 'node:child_process';

// crate → the crates that it may use. A crate that is not here fails, so a new one must be placed.
const MAY_USE = {
  tensor: [],
  formats: [],
  bench: ['tensor', 'formats'],
  draws: [],
  data: ['formats', 'draws'],
  tokens: [],
  nn: ['tensor', 'formats'],
  models: ['tensor', 'formats'],
  analysis: ['draws'],
  recipe: ['tensor', 'nn', 'formats', 'data', 'models', 'analysis'],
  experiments: ['tensor', 'nn', 'draws', 'formats', 'data', 'models', 'analysis', 'recipe'],
  boundary: ['tensor', 'recipe'],
  lab: ['tensor', 'nn', 'formats', 'data', 'models', 'analysis', 'recipe', 'boundary'],
  'lab-data': ['recipe', 'boundary'],
  'lab-experiments': ['tensor', 'recipe', 'experiments', 'boundary'],
  'lab-text': ['tokens'],
  'lab-bench': ['tensor', 'bench'],
  cli: ['tensor', 'nn', 'formats', 'bench', 'data', 'tokens', 'models', 'analysis', 'recipe', 'experiments'],
  pack: [],
};

// outside library → the crates that may name it.
const DOORS = {
  'candle-core': ['tensor'],
  naga: ['tensor'],
  tokenizers: ['tokens'],
  wgpu: ['tensor'],
  'wasm-bindgen': ['boundary', 'lab', 'lab-text', 'lab-data', 'lab-experiments', 'lab-bench'],
  'wasm-bindgen-futures': ['tensor', 'boundary', 'lab', 'lab-data', 'lab-experiments', 'lab-bench'],
  'serde-wasm-bindgen': ['boundary', 'lab'],
  'wasm-bindgen-cli': ['pack'],
  'wasm-bindgen-cli-support': ['pack'],
};

/** Sentences about edges that run backwards; none when the order holds. */
export function checkOrder(packages) {
  return packages.flatMap(({ name, dependencies }) => {
    const allowed = MAY_USE[name];
    if (!allowed)
      return [`crates/${name} has no place in the order; give it one in scripts/checks/crates.mjs.`];
    return dependencies
      .filter((used) => used.kind !== 'dev' && used.name.startsWith('inscape-'))
      .map((used) => used.name.slice('inscape-'.length))
      .filter((used) => !allowed.includes(used))
      .map(
        (used) =>
          `crates/${name} uses ${used}, but may use only: ${allowed.join(', ') || 'none of the crates'}.`,
      );
  });
}

/** Sentences about libraries that come in by a second door. */
export function checkDoors(packages) {
  return packages.flatMap(({ name, dependencies }) =>
    dependencies
      .filter((used) => DOORS[used.name] && !DOORS[used.name].includes(name))
      .map((used) => `crates/${name} names ${used.name}, which only ${DOORS[used.name].join(' and ')} may.`),
  );
}

/** The workspace's packages as `{ name, dependencies: [{ name, kind }] }`, without the prefix `inscape-`. */
export function readPackages() {
  const output = execFileSync('cargo', ['metadata', '--no-deps', '--format-version', '1'], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(output).packages.map(({ name, dependencies }) => ({
    name: name.replace(/^inscape-/, ''),
    dependencies: dependencies.map((used) => ({ name: used.name, kind: used.kind ?? 'normal' })),
  }));
}
