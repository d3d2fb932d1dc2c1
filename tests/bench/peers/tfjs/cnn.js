import * as tf from '@tensorflow/tfjs-core';
import { permute } from '../../spec/array.js';
import { CNN, cnnBatch, cnnParameters } from '../../spec/cnn.js';
import { adam, isWasm, oneHot, train, variables } from './backend.js';
import { crossEntropy, linear } from './layers.js';

/** The wasm backend has no Conv2DBackpropFilter, so there a convolution is nine shifted slices and one product. */
function conv3x3(x, filter) {
  if (!isWasm) return tf.conv2d(x, filter, 1, 'same');
  const [batch, height, width, channels] = x.shape;
  const padded = tf.pad(x, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  const shifted = [];
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++)
      shifted.push(tf.slice(padded, [0, i, j, 0], [batch, height, width, channels]));
  const columns = tf.reshape(tf.concat(shifted, 3), [batch * height * width, 9 * channels]);
  const product = tf.matMul(columns, tf.reshape(filter, [9 * channels, -1]));
  return tf.reshape(product, [batch, height, width, filter.shape[3]]);
}

/** Filters as HWIO, and the dense rows from C, H, W order to H, W, C. */
function channelsLast([filter1, bias1, filter2, bias2, dense, bias3]) {
  const hwio = (filter) => permute(filter, [2, 3, 1, 0]);
  const rows = permute({ shape: [32, 7, 7, 10], data: dense.data }, [1, 2, 0, 3]);
  return [hwio(filter1), bias1, hwio(filter2), bias2, { shape: dense.shape, data: rows.data }, bias3];
}

export function trainCnn() {
  const parameters = variables(channelsLast(cnnParameters()));
  const [filter1, bias1, filter2, bias2, dense, bias3] = parameters;
  const { images, labels, classes } = cnnBatch();
  const x = tf.tensor4d(images, [CNN.batch, CNN.side, CNN.side, 1]);
  const target = oneHot(labels, classes);
  const block = (h, filter, bias) => tf.maxPool(tf.relu(tf.add(conv3x3(h, filter), bias)), 2, 2, 'valid');
  return train('cnn-train', parameters, adam(), () => {
    const features = block(block(x, filter1, bias1), filter2, bias2);
    return crossEntropy(linear(tf.reshape(features, [CNN.batch, -1]), [dense, bias3]), target);
  });
}
