import * as tf from '@tensorflow/tfjs-core';
import { MLP, mlpBatch, mlpParameters, TINY } from '../../spec/mlp.js';
import { adam, oneHot, sgd, tensor, train, variables } from './backend.js';
import { crossEntropy, linear } from './layers.js';

export function logits(x, parameters, activation) {
  let h = x;
  for (let k = 0; k < parameters.length; k += 2) {
    h = linear(h, [parameters[k], parameters[k + 1]]);
    if (k + 2 < parameters.length) h = activation(h);
  }
  return h;
}

function trainNetwork(workload, network, optimizer, activation) {
  const parameters = variables(mlpParameters(network));
  const batch = mlpBatch(network);
  const x = tensor(batch.x);
  const target = oneHot(batch.labels, batch.classes);
  return train(workload, parameters, optimizer, () =>
    crossEntropy(logits(x, parameters, activation), target),
  );
}

export const trainMlp = () => trainNetwork('mlp-train', MLP, adam(), tf.relu);
export const trainTiny = () => trainNetwork('tiny-mlp-train', TINY, sgd(TINY.rate), tf.tanh);
