import * as tf from '@tensorflow/tfjs-core';
import { causalMask, DECODER, decoderBatch, decoderParameters } from '../../spec/decoder.js';
import { adam, isWasm, oneHot, tensor, train } from './backend.js';
import { attention, crossEntropy, joinHeads, layerNorm, linear, splitHeads } from './layers.js';

/** A tree of arrays as the same tree of variables; each is also pushed onto `list`. */
function variableTree(node, list) {
  if (node.data) {
    const variable = tf.variable(tensor(node));
    list.push(variable);
    return variable;
  }
  if (Array.isArray(node)) return node.map((child) => variableTree(child, list));
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, variableTree(child, list)]));
}

function gelu(x) {
  const cubic = tf.mul(tf.mul(tf.square(x), x), 0.044715);
  const inner = tf.mul(tf.add(x, cubic), Math.sqrt(2 / Math.PI));
  return tf.mul(tf.mul(x, 0.5), tf.add(tf.tanh(inner), 1));
}

export function trainDecoder() {
  const { d, heads, vocab, batch, seq } = DECODER;
  const list = [];
  const parameters = variableTree(decoderParameters(), list);
  const { inputs, targets } = decoderBatch();
  const ids = tf.tensor1d(inputs, 'int32');
  const hot = oneHot(inputs, vocab);
  const target = oneHot(targets, vocab);
  const mask = tensor(causalMask());
  const norm = (x, pair) => layerNorm(x, pair, 1e-5);

  const embed = () => {
    // The wasm backend has no UnsortedSegmentSum, the gradient of gather.
    const words = isWasm ? tf.matMul(hot, parameters.embedding) : tf.gather(parameters.embedding, ids);
    const placed = tf.add(tf.reshape(words, [batch, seq, d]), parameters.positions);
    return tf.reshape(placed, [batch * seq, d]);
  };
  const layer = (x, { norm1, qkv, out, norm2, up, down }) => {
    const parts = tf.split(linear(norm(x, norm1), qkv), 3, 1);
    const [query, key, value] = parts.map((part) => splitHeads(part, batch, seq, heads));
    const mixed = joinHeads(attention(query, key, value, d / heads, mask), batch, seq);
    const attended = tf.add(x, linear(mixed, out));
    return tf.add(attended, linear(gelu(linear(norm(attended, norm2), up)), down));
  };
  return train('transformer-train', list, adam(), () => {
    const x = parameters.layers.reduce(layer, embed());
    return crossEntropy(tf.matMul(norm(x, parameters.norm), parameters.head), target);
  });
}
