import { numpy as np } from '@jax-js/jax';
import { causalMask, DECODER, decoderBatch, decoderParameters } from '../../spec/decoder.js';
import { oneHot, tensor, tensorTree } from './device.js';
import { attention, crossEntropy, joinHeads, layerNorm, linear, splitHeads } from './layers.js';
import { adam, train } from './train.js';

function gelu(x) {
  const cubic = np.square(x.ref).mul(x.ref).mul(0.044715);
  const inner = x.ref.add(cubic).mul(Math.sqrt(2 / Math.PI));
  return x.mul(0.5).mul(np.tanh(inner).add(1));
}

/** The embedding is a product with one-hot rows, whose gradient is the faster one here. */
export function trainDecoder() {
  const { d, heads, vocab, batch, seq } = DECODER;
  const { inputs, targets } = decoderBatch();
  const norm = (x, pair) => layerNorm(x, pair, 1e-5);
  const loss = (parameters, hot, target, mask) => {
    const layer = (x, { norm1, qkv, out, norm2, up, down }) => {
      const parts = np.split(linear(norm(x.ref, norm1), qkv), 3, 1);
      const [query, key, value] = parts.map((part) => splitHeads(part, batch, seq, heads));
      const mixed = joinHeads(attention(query, key, value, d / heads, mask.ref), batch, seq, d);
      const attended = x.add(linear(mixed, out));
      return attended.ref.add(linear(gelu(linear(norm(attended, norm2), up)), down));
    };
    const words = np.matmul(hot, parameters.embedding.ref).reshape([batch, seq, d]);
    const embedded = words.add(parameters.positions.ref).reshape([batch * seq, d]);
    const x = parameters.layers.reduce(layer, embedded);
    return crossEntropy(np.matmul(norm(x, parameters.norm), parameters.head.ref), target);
  };
  const data = [oneHot(inputs, vocab), oneHot(targets, vocab), tensor(causalMask())];
  return train('transformer-train', tensorTree(decoderParameters()), adam(), loss, data);
}
