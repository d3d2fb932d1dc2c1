import * as tf from '@tensorflow/tfjs-core';
import { isWasm } from './backend.js';

/**
 * a · bᵀ. The wasm backend leaves its fast product for a slow loop when a transpose flag is set (10 × at 1000 × 768), so
 * there b is transposed first.
 */
export function matMulTransposed(a, b) {
  if (!isWasm) return tf.matMul(a, b, false, true);
  return tf.matMul(a, tf.transpose(b, a.rank === 2 ? [1, 0] : [0, 1, 3, 2]));
}

/** aᵀ · b of two matrices, in the same way. */
export const transposedMatMul = (a, b) =>
  isWasm ? tf.matMul(tf.transpose(a), b) : tf.matMul(a, b, true, false);

export const linear = (x, [weight, bias]) => tf.add(tf.matMul(x, weight), bias);

export function layerNorm(x, [gain, bias], epsilon) {
  const { mean, variance } = tf.moments(x, -1, true);
  const normalised = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(normalised, gain), bias);
}

/** [batch · seq, heads · width] → [batch, heads, seq, width] */
export const splitHeads = (x, batch, seq, heads) =>
  tf.transpose(tf.reshape(x, [batch, seq, heads, -1]), [0, 2, 1, 3]);

/** [batch, heads, seq, width] → [batch · seq, heads · width] */
export const joinHeads = (x, batch, seq) => tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [batch * seq, -1]);

export function attention(query, key, value, width, mask) {
  const scores = tf.add(tf.mul(matMulTransposed(query, key), width ** -0.5), mask);
  return tf.matMul(tf.softmax(scores), value);
}

/** The mean over rows; `target` is one-hot. */
export const crossEntropy = (logits, target) =>
  tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(logits), target), -1)));
