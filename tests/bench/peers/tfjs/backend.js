/** TensorFlow.js on `?backend=wasm` (one thread) or `?backend=webgpu`, with what most workloads need of it. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-webgpu';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { addressOf } from '../../spec/files.js';
import { timeForward, timeTraining } from '../../spec/timing.js';

const backend = new URLSearchParams(location.search).get('backend');
export const isWasm = backend === 'wasm';

setWasmPaths(addressOf('/node_modules/@tensorflow/tfjs-backend-wasm/dist/'));
setThreadsCount(1);
if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js could not start its backend ${backend}.`);
await tf.ready();

export const info = { name: `tfjs ${tf.getBackend()}`, version: tf.version_core };

export const tensor = ({ shape, data }) => tf.tensor(data, shape);
export const variables = (arrays) => arrays.map((array) => tf.variable(tensor(array)));
export const oneHot = (labels, classes) =>
  tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), classes), 'float32'));

/** Times `compute`, whose whole output is read back. */
export function forward(compute) {
  return timeForward(async () => {
    const output = tf.tidy(compute);
    const values = await output.data();
    output.dispose();
    return values;
  });
}

/** Times updates of `parameters` by `optimizer`; `loss()` is the scalar to minimise, `scale` of it is the loss to report. */
export function train(workload, parameters, optimizer, loss, scale = 1) {
  let last;
  return timeTraining(
    {
      update(n) {
        for (let i = 0; i < n; i++) {
          last?.dispose();
          last = optimizer.minimize(loss, true, parameters);
        }
      },
      loss: async () => (await last.data())[0] * scale,
    },
    workload,
  );
}

export const adam = () => tf.train.adam(1e-3, 0.9, 0.999, 1e-8);
export const sgd = (rate) => tf.train.sgd(rate);
