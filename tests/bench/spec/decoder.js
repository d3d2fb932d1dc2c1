/**
 * A small decoder to train: pre-norm (eps 1e-5), causal, tanh-GELU, learned positions, untied head without bias. Layer l
 * has the weights qkv [d, 3d], out, up and down with seeds 20 + 4l … 23 + 4l; norm gains are 1.
 */
import { constant, sizeOf, weight } from './array.js';
import { fill, ints } from './seeded.js';

export const DECODER = { layers: 4, d: 128, heads: 4, ff: 512, vocab: 512, batch: 8, seq: 64 };

export function decoderParameters() {
  const { layers, d, ff, vocab, seq } = DECODER;
  const table = (shape, seed) => ({ shape, data: fill(sizeOf(shape), seed, 0.2) });
  const norm = () => [constant([d], 1), constant([d], 0)];
  const linear = (from, to, seed) => [weight([from, to], from, seed), constant([to], 0)];
  const layer = (l) => ({
    norm1: norm(),
    qkv: linear(d, 3 * d, 20 + 4 * l),
    out: linear(d, d, 21 + 4 * l),
    norm2: norm(),
    up: linear(d, ff, 22 + 4 * l),
    down: linear(ff, d, 23 + 4 * l),
  });
  return {
    embedding: table([vocab, d], 10),
    positions: table([seq, d], 11),
    head: weight([d, vocab], d, 12),
    norm: norm(),
    layers: Array.from({ length: layers }, (_, l) => layer(l)),
  };
}

/** `{ inputs, targets }`: ids of [batch, seq] and of the tokens that follow them. */
export function decoderBatch() {
  const { batch, seq, vocab } = DECODER;
  const tokens = ints(batch * (seq + 1), 1, vocab);
  const inputs = new Int32Array(batch * seq);
  const targets = new Int32Array(batch * seq);
  for (let b = 0; b < batch; b++)
    for (let s = 0; s < seq; s++) {
      inputs[b * seq + s] = tokens[b * (seq + 1) + s];
      targets[b * seq + s] = tokens[b * (seq + 1) + s + 1];
    }
  return { inputs, targets };
}

/** What is added to attention scores: −1e9 where a key comes after its query. */
export function causalMask() {
  const { seq } = DECODER;
  const data = Float32Array.from({ length: seq * seq }, (_, i) => (i % seq > Math.floor(i / seq) ? -1e9 : 0));
  return { shape: [seq, seq], data };
}
