import { lax, numpy as np } from '@jax-js/jax';
import { permute } from '../../spec/array.js';
import { readTensors } from '../../spec/files.js';
import { MINILM, minilmIds } from '../../spec/pretrained.js';
import { forward, tensor } from './device.js';
import { attention, joinHeads, layerNorm, linear, splitHeads } from './layers.js';

export async function minilm() {
  const { folder, batch, seq, d, heads, layers } = MINILM;
  const arrays = {};
  for (const [name, array] of Object.entries(await readTensors(`/${folder}/model.safetensors`))) {
    const isLinear = array.shape.length === 2 && !name.includes('embeddings');
    if (!name.includes('pooler')) arrays[name] = tensor(isLinear ? permute(array, [1, 0]) : array);
  }
  const gelu = (x) => x.ref.mul(lax.erf(x.mul(Math.SQRT1_2)).add(1)).mul(0.5);

  const compute = (weights, ids, mask) => {
    const pair = (name) => [weights[`${name}.weight`], weights[`${name}.bias`]];
    const norm = (x, name) => layerNorm(x, pair(name), 1e-12);
    const embed = () => {
      const table = (name) => weights[`embeddings.${name}_embeddings.weight`].ref;
      const places = table('position').slice([0, seq]).add(table('token_type').slice(0));
      const x = np
        .take(table('word'), ids, 0)
        .add(places)
        .reshape([batch * seq, d]);
      return norm(x, 'embeddings.LayerNorm');
    };
    const layer = (x, name) => {
      const project = (which) =>
        splitHeads(linear(x.ref, pair(`${name}.attention.self.${which}`)), batch, seq, heads);
      const [query, key, value] = ['query', 'key', 'value'].map(project);
      const mixed = joinHeads(attention(query, key, value, d / heads, mask.ref), batch, seq, d);
      const output = `${name}.attention.output`;
      const attended = norm(x.add(linear(mixed, pair(`${output}.dense`))), `${output}.LayerNorm`);
      const inner = gelu(linear(attended.ref, pair(`${name}.intermediate.dense`)));
      const outer = linear(inner, pair(`${name}.output.dense`));
      return norm(attended.add(outer), `${name}.output.LayerNorm`);
    };
    let x = embed();
    for (let i = 0; i < layers; i++) x = layer(x, `encoder.layer.${i}`);
    return x;
  };
  const ids = tensor({ shape: [batch, seq], data: minilmIds() });
  return forward(compute, arrays, ids, np.zeros([batch, 1, 1, seq]));
}
