import * as tf from '@tensorflow/tfjs-core';
import { permute } from '../../spec/array.js';
import { readTensors } from '../../spec/files.js';
import { MINILM, minilmIds } from '../../spec/pretrained.js';
import { forward, tensor } from './backend.js';
import { attention, joinHeads, layerNorm, splitHeads } from './layers.js';

export async function minilm() {
  const { folder, batch, seq, d, heads, layers } = MINILM;
  const weights = {};
  for (const [name, array] of Object.entries(await readTensors(`/${folder}/model.safetensors`))) {
    const isLinear = array.shape.length === 2 && !name.includes('embeddings');
    weights[name] = tensor(isLinear ? permute(array, [1, 0]) : array);
  }
  const ids = tf.tensor1d(minilmIds(), 'int32');
  const mask = tf.zeros([batch, 1, 1, seq]);
  const norm = (x, name) => layerNorm(x, [weights[`${name}.weight`], weights[`${name}.bias`]], 1e-12);
  const linear = (x, name) =>
    tf.fused.matMul({ a: x, b: weights[`${name}.weight`], bias: weights[`${name}.bias`] });
  const gelu = (x) => tf.mul(tf.mul(x, tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)), 0.5);

  const embed = () => {
    const table = (name) => weights[`embeddings.${name}_embeddings.weight`];
    const words = tf.reshape(tf.gather(table('word'), ids), [batch, seq, d]);
    const type = tf.slice(table('token_type'), [0, 0], [1, d]);
    const places = tf.add(tf.slice(table('position'), [0, 0], [seq, d]), type);
    return norm(tf.reshape(tf.add(words, places), [batch * seq, d]), 'embeddings.LayerNorm');
  };
  const layer = (x, name) => {
    const project = (which) => splitHeads(linear(x, `${name}.attention.self.${which}`), batch, seq, heads);
    const [query, key, value] = ['query', 'key', 'value'].map(project);
    const mixed = joinHeads(attention(query, key, value, d / heads, mask), batch, seq);
    const output = `${name}.attention.output`;
    const attended = norm(tf.add(x, linear(mixed, `${output}.dense`)), `${output}.LayerNorm`);
    const inner = gelu(linear(attended, `${name}.intermediate.dense`));
    return norm(tf.add(attended, linear(inner, `${name}.output.dense`)), `${name}.output.LayerNorm`);
  };
  return forward(() => {
    let x = embed();
    for (let i = 0; i < layers; i++) x = layer(x, `encoder.layer.${i}`);
    return x;
  });
}
