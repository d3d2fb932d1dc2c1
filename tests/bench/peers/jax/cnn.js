import { lax, nn, numpy as np } from '@jax-js/jax';
import { CNN, cnnBatch, cnnParameters } from '../../spec/cnn.js';
import { oneHot, tensor, tensorTree } from './device.js';
import { crossEntropy, linear } from './layers.js';
import { adam, train } from './train.js';

function block(x, filter, bias) {
  const convolved = lax.convGeneralDilated(x, filter, [1, 1], 'SAME');
  return lax.reduceWindow(
    nn.relu(convolved.add(bias.reshape([bias.shape[0], 1, 1]))),
    np.max,
    [2, 2],
    [2, 2],
  );
}

export function trainCnn() {
  const { batch, side } = CNN;
  const { images, labels, classes } = cnnBatch();
  const loss = ([filter1, bias1, filter2, bias2, dense, bias3], x, target) => {
    const features = block(block(x, filter1.ref, bias1.ref), filter2.ref, bias2.ref);
    return crossEntropy(linear(features.reshape([batch, 1568]), [dense, bias3]), target);
  };
  const x = tensor({ shape: [batch, 1, side, side], data: images });
  return train('cnn-train', tensorTree(cnnParameters()), adam(), loss, [x, oneHot(labels, classes)]);
}
