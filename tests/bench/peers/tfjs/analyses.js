import * as tf from '@tensorflow/tfjs-core';
import { analysisX, ckaY } from '../../spec/analyses.js';
import { forward, tensor } from './backend.js';
import { matMulTransposed, transposedMatMul } from './layers.js';

export function rdm() {
  const x = tensor(analysisX());
  return forward(() => {
    const squares = tf.sum(tf.square(x), 1, true);
    return tf.add(tf.add(tf.mul(matMulTransposed(x, x), -2), squares), tf.transpose(squares));
  });
}

export function cka() {
  const [rawX, rawY] = [tensor(analysisX()), tensor(ckaY())];
  const centred = (x) => tf.sub(x, tf.mean(x, 0, true));
  const squaredNorm = (x) => tf.sum(tf.square(x));
  return forward(() => {
    const [x, y] = [centred(rawX), centred(rawY)];
    const [xy, xx, yy] = [
      [x, y],
      [x, x],
      [y, y],
    ].map(([a, b]) => squaredNorm(transposedMatMul(a, b)));
    return tf.div(xy, tf.mul(tf.sqrt(xx), tf.sqrt(yy)));
  });
}
