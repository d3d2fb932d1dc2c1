/**
 * jax-js on `?device=wasm` or `?device=webgpu`. Everything timed is under `jit`. Its arrays are counted: a use consumes
 * one, and `.ref` keeps it for another.
 */
import * as jax from '@jax-js/jax';
import { timeForward } from '../../spec/timing.js';

const { numpy: np, nn, jit, tree } = jax;

const device = new URLSearchParams(location.search).get('device');
if (!(await jax.init(device)).includes(device)) throw new Error(`jax-js has no device ${device} here.`);
jax.defaultDevice(device);

export const info = { name: `jax-js ${device}` };

export function tensor({ shape, data }) {
  const options = data instanceof Int32Array ? { dtype: np.int32 } : {};
  return np.array(data, options).reshape(shape);
}

/** A tree of host arrays as the same tree of arrays on the device. */
export function tensorTree(node) {
  if (node.data) return tensor(node);
  if (Array.isArray(node)) return node.map(tensorTree);
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, tensorTree(child)]));
}

export const oneHot = (labels, classes) =>
  nn.oneHot(tensor({ shape: [labels.length], data: labels }), classes).astype(np.float32);

/** Times `compute(parameters, ...inputs)`, whose whole output is read back. */
export function forward(compute, parameters, ...inputs) {
  const compiled = jit(compute);
  return timeForward(() => compiled(tree.ref(parameters), ...inputs.map((input) => input.ref)).data());
}
