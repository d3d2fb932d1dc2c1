import { nn, numpy as np } from '@jax-js/jax';
import { MLP, mlpBatch, mlpParameters, N_NETWORKS, stackedParameters, TINY } from '../../spec/mlp.js';
import { oneHot, tensor, tensorTree } from './device.js';
import { crossEntropy, linear } from './layers.js';
import { adam, sgd, train } from './train.js';

/** The loss of one network on a batch. */
function lossOf(activation) {
  return (parameters, x, target) => {
    let h = x;
    for (let k = 0; k < parameters.length; k += 2) {
      h = linear(h, [parameters[k], parameters[k + 1]]);
      if (k + 2 < parameters.length) h = activation(h);
    }
    return crossEntropy(h, target);
  };
}

function batchOf(network) {
  const { x, labels, classes } = mlpBatch(network);
  return [tensor(x), oneHot(labels, classes)];
}

export function trainMlp() {
  return train('mlp-train', tensorTree(mlpParameters(MLP)), adam(), lossOf(nn.relu), batchOf(MLP));
}

export function trainTiny() {
  const parameters = tensorTree(mlpParameters(TINY));
  return train('tiny-mlp-train', parameters, sgd(TINY.rate), lossOf(np.tanh), batchOf(TINY));
}

/**
 * 50 networks at once: a layer is one batched product, which came out faster than `vmap` of one network. The sum over
 * networks has each network's own gradient; the mean is what is reported.
 */
export function trainManyTiny() {
  const parameters = tensorTree(stackedParameters(TINY, N_NETWORKS));
  const [x, target] = batchOf(TINY);
  const rows = np.tile(x.reshape([1, TINY.rows, TINY.sizes[0]]), [N_NETWORKS, 1, 1]);
  const loss = lossOf(np.tanh);
  const total = (...all) => loss(...all).mul(N_NETWORKS);
  return train('tiny-mlp-50-train', parameters, sgd(TINY.rate), total, [rows, target], 1 / N_NETWORKS);
}
