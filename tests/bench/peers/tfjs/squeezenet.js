import * as tf from '@tensorflow/tfjs-core';
import { permute } from '../../spec/array.js';
import { readTensors } from '../../spec/files.js';
import { SQUEEZENET, SQUEEZENET_LAYERS, squeezenetInput } from '../../spec/pretrained.js';
import { forward, tensor } from './backend.js';

/** NHWC with HWIO filters, permuted on the host at set-up. */
export async function squeezenet() {
  const weights = {};
  const arrays = await readTensors(`/${SQUEEZENET.folder}/model.safetensors`);
  for (const [name, array] of Object.entries(arrays))
    weights[name] = tensor(array.shape.length === 4 ? permute(array, [2, 3, 1, 0]) : array);
  const input = tensor(permute(squeezenetInput(), [0, 2, 3, 1]));

  // 227 is odd, so 'same' with stride 2 pads one row and column on each side.
  const conv = (x, name, strides = 1, activation = 'relu') =>
    tf.fused.conv2d({
      x,
      filter: weights[`${name}.weight`],
      bias: weights[`${name}.bias`],
      strides,
      pad: 'same',
      activation,
    });
  const fire = (x, name) => {
    const squeezed = conv(x, `${name}.squeeze`);
    return tf.concat([conv(squeezed, `${name}.expand1x1`), conv(squeezed, `${name}.expand3x3`)], 3);
  };
  return forward(() => {
    let x = conv(input, 'features.0', 2);
    for (const layer of SQUEEZENET_LAYERS)
      x = layer === 'pool' ? tf.maxPool(x, 3, 2, 'valid') : fire(x, `features.${layer}`);
    return tf.mean(conv(x, 'classifier.1', 1, 'linear'), [1, 2]);
  });
}
