/** onnxruntime-web on `?ep=wasm` or `?ep=webgpu`, one thread: sessions of the graphs in data/, and tensors. */
import { addressOf, readBytes } from '../../spec/files.js';

const provider = new URLSearchParams(location.search).get('ep');
export const isGpu = provider === 'webgpu';

const dist = addressOf('/node_modules/onnxruntime-web/dist/');
export const ort = await import(dist + (isGpu ? 'ort.webgpu.bundle.min.mjs' : 'ort.wasm.bundle.min.mjs'));
ort.env.wasm.wasmPaths = dist;
ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

export const info = {
  name: `onnxruntime-web ${provider}`,
  version: ort.env.versions.web ?? ort.env.versions.common,
  threads: ort.env.wasm.numThreads,
};

export async function openGraph(name, options = {}) {
  const graph = await readBytes(`/data/${name}.onnx`);
  return ort.InferenceSession.create(graph, { executionProviders: [provider], ...options });
}

/** An f32 tensor on the host, from `{ shape, data }`. */
export const hostTensor = ({ shape, data }) => new ort.Tensor('float32', data, shape);

/** An int64 tensor on the host. */
export const idTensor = (ids, shape) => new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), shape);

/** An f32 tensor on the session's device. Needs a session, because the device comes with the first. */
export async function residentTensor({ shape, data }) {
  if (!isGpu) return hostTensor({ shape, data });
  const device = await ort.env.webgpu.device;
  const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
  const buffer = device.createBuffer({ size: data.byteLength, usage: STORAGE | COPY_DST | COPY_SRC });
  device.queue.writeBuffer(buffer, 0, data);
  return ort.Tensor.fromGpuBuffer(buffer, { dataType: 'float32', dims: shape });
}

/** Waits until the device has done all it was given. */
export async function untilDone() {
  if (isGpu) await (await ort.env.webgpu.device).queue.onSubmittedWorkDone();
}
