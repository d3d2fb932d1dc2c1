import { readBytes } from '../../spec/files.js';
import { DECODE } from '../../spec/pretrained.js';
import { timeDecode } from '../../spec/timing.js';
import { idTensor, isGpu, openGraph, ort } from './session.js';

/** The cache stays on the device, and one id is read each step. */
export async function decode() {
  const config = JSON.parse(new TextDecoder().decode(await readBytes(`/${DECODE.folder}/config.json`)));
  const layers = Array.from({ length: config.num_hidden_layers }, (_, layer) => layer);
  const caches = layers.flatMap((layer) => [`k${layer}`, `v${layer}`]);
  const onDevice = Object.fromEntries(caches.map((name) => [`new_${name}`, 'gpu-buffer']));
  const session = await openGraph(
    'decode',
    isGpu ? { preferredOutputLocation: { ...onDevice, next: 'cpu' } } : {},
  );
  const emptyShape = [config.num_key_value_heads, 0, config.head_dim];
  const start = async () => {
    const empty = () => new ort.Tensor('float32', new Float32Array(0), emptyShape);
    let past = Object.fromEntries(caches.map((name) => [`past_${name}`, empty()]));
    return async (id, position) => {
      const outputs = await session.run({
        token: idTensor([id], [1]),
        pos: idTensor([position], [1]),
        ...past,
      });
      for (const tensor of Object.values(past)) tensor.dispose();
      past = Object.fromEntries(caches.map((name) => [`past_${name}`, outputs[`new_${name}`]]));
      return Number(outputs.next.data[0]);
    };
  };
  return timeDecode(start);
}
