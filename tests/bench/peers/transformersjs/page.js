/** transformers.js on a local model folder, `?ep=wasm` or `?ep=webgpu`. It brings its own build of onnxruntime-web. */
import { AutoModel, env, Tensor } from '@huggingface/transformers';
import { addressOf } from '../../spec/files.js';
import { offer } from '../../spec/page.js';
import { MINILM, minilmIds } from '../../spec/pretrained.js';
import { timeForward } from '../../spec/timing.js';

const device = new URLSearchParams(location.search).get('ep');
env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = '/data/';
env.useBrowserCache = false;
const { wasm } = env.backends.onnx;
wasm.wasmPaths = addressOf('/node_modules/@huggingface/transformers/node_modules/onnxruntime-web/dist/');
wasm.numThreads = 1;

async function minilm() {
  const model = await AutoModel.from_pretrained('minilm', { dtype: 'fp32', device });
  const ids = BigInt64Array.from(minilmIds(), BigInt);
  const tensor = (data) => new Tensor('int64', data, [MINILM.batch, MINILM.seq]);
  const inputs = { input_ids: tensor(ids), attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)) };
  return timeForward(async () => (await model(inputs)).last_hidden_state.data);
}

offer(
  { 'minilm-32x32': minilm },
  {
    info: { name: `transformers.js ${device}`, version: env.version },
    missing: 'transformers.js runs pretrained model files only; no raw tensor programs, no training',
  },
);
