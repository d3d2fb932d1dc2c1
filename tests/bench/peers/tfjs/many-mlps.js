import * as tf from '@tensorflow/tfjs-core';
import { mlpBatch, N_NETWORKS, stackedParameters, TINY } from '../../spec/mlp.js';
import { oneHot, sgd, tensor, train, variables } from './backend.js';
import { crossEntropy } from './layers.js';
import { logits } from './mlp.js';

/** 50 networks at once: a layer is one batched product, which on wasm came out faster than one network after another. */
export function trainManyTiny() {
  const parameters = variables(stackedParameters(TINY, N_NETWORKS));
  const { x, labels, classes } = mlpBatch(TINY);
  const rows = tf.tile(tf.expandDims(tensor(x), 0), [N_NETWORKS, 1, 1]);
  const target = oneHot(labels, classes);
  // The sum over networks has each network's own gradient; the mean is what is reported.
  const loss = () => tf.mul(crossEntropy(logits(rows, parameters, tf.tanh), target), N_NETWORKS);
  return train('tiny-mlp-50-train', parameters, sgd(TINY.rate), loss, 1 / N_NETWORKS);
}
