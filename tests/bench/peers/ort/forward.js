import { analysisX, ckaY, ridgeY } from '../../spec/analyses.js';
import { MINILM, minilmIds, squeezenetInput } from '../../spec/pretrained.js';
import { timeForward } from '../../spec/timing.js';
import { hostTensor, idTensor, openGraph, residentTensor } from './session.js';

/** Runs a graph whose output is read back; `makeFeeds` is called once the session, and so the device, is there. */
async function forward(graph, makeFeeds, output) {
  const session = await openGraph(graph);
  const feeds = await makeFeeds();
  return timeForward(async () => (await session.run(feeds))[output].data);
}

export function minilm() {
  const shape = [MINILM.batch, MINILM.seq];
  const feeds = () => ({
    input_ids: idTensor(minilmIds(), shape),
    attention_mask: idTensor(new Array(MINILM.batch * MINILM.seq).fill(1), shape),
  });
  return forward('minilm/onnx/model', feeds, 'last_hidden_state');
}

export function squeezenet() {
  return forward('squeezenet-8', () => ({ x: hostTensor(squeezenetInput()) }), 'logits');
}

export function rdm() {
  return forward('rdm-1000x768', async () => ({ x: await residentTensor(analysisX()) }), 'd');
}

export function cka() {
  const feeds = async () => ({ x: await residentTensor(analysisX()), y: await residentTensor(ckaY()) });
  return forward('cka-1000x768', feeds, 'cka');
}

/** ONNX has no solver; ONNX Runtime adds an `Inverse`, which the graph takes. */
export function ridge() {
  const feeds = async () => ({ x: await residentTensor(analysisX()), y: await residentTensor(ridgeY()) });
  return forward('ridge-1000x768-500', feeds, 'w');
}
