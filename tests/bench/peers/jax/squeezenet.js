import { lax, nn, numpy as np } from '@jax-js/jax';
import { readTensors } from '../../spec/files.js';
import { SQUEEZENET, SQUEEZENET_LAYERS, squeezenetInput } from '../../spec/pretrained.js';
import { forward, tensor, tensorTree } from './device.js';

export async function squeezenet() {
  const arrays = tensorTree(await readTensors(`/${SQUEEZENET.folder}/model.safetensors`));
  const pool = (x) => lax.reduceWindow(x, np.max, [3, 3], [2, 2]);

  const compute = (weights, input) => {
    const conv = (x, name, padding = 0, stride = 1) => {
      const bias = weights[`${name}.bias`];
      const pads = [
        [padding, padding],
        [padding, padding],
      ];
      return lax
        .convGeneralDilated(x, weights[`${name}.weight`].ref, [stride, stride], pads)
        .add(bias.ref.reshape([bias.shape[0], 1, 1]));
    };
    const fire = (x, name) => {
      const squeezed = nn.relu(conv(x, `${name}.squeeze`));
      const narrow = nn.relu(conv(squeezed.ref, `${name}.expand1x1`));
      return np.concatenate([narrow, nn.relu(conv(squeezed, `${name}.expand3x3`, 1))], 1);
    };
    let x = nn.relu(conv(input, 'features.0', 1, 2));
    for (const layer of SQUEEZENET_LAYERS) x = layer === 'pool' ? pool(x) : fire(x, `features.${layer}`);
    return np.mean(conv(x, 'classifier.1'), [2, 3]);
  };
  return forward(compute, arrays, tensor(squeezenetInput()));
}
