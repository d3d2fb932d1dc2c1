/**
 * Every engine: the page that runs it, and its path. The CPU path is WebAssembly on one thread; ratios and shares are
 * always within a path.
 */
const page = (bundle, query) => `page.html?bundle=${bundle}&${query}`;

export const engines = [
  { name: 'inscape-cpu', path: 'cpu', isOurs: true, page: 'inscape.html?device=cpu' },
  { name: 'ort-wasm', path: 'cpu', page: page('ort', 'ep=wasm') },
  { name: 'transformersjs-wasm', path: 'cpu', page: page('transformersjs', 'ep=wasm') },
  { name: 'tfjs-wasm', path: 'cpu', page: page('tfjs', 'backend=wasm') },
  { name: 'jax-wasm', path: 'cpu', page: page('jax', 'device=wasm') },
  { name: 'inscape-webgpu', path: 'webgpu', isOurs: true, page: 'inscape.html?device=webgpu' },
  { name: 'ort-webgpu', path: 'webgpu', page: page('ort', 'ep=webgpu') },
  { name: 'transformersjs-webgpu', path: 'webgpu', page: page('transformersjs', 'ep=webgpu') },
  { name: 'tfjs-webgpu', path: 'webgpu', page: page('tfjs', 'backend=webgpu') },
  { name: 'jax-webgpu', path: 'webgpu', page: page('jax', 'device=webgpu') },
];

export const paths = [
  { name: 'cpu', title: 'CPU path (WebAssembly, one thread)' },
  { name: 'webgpu', title: 'WebGPU path' },
];

export function engineNamed(name) {
  const found = engines.find((engine) => engine.name === name);
  if (!found)
    throw new Error(
      `No engine is called “${name}”; there are ${engines.map((each) => each.name).join(', ')}.`,
    );
  return found;
}
