/** Files beside the page: bytes, and safetensors as f32 arrays. */

/** The address of `path` from the page, or from the worker, that asks. */
export const addressOf = (path) => new URL(path, globalThis.location.href).href;

export async function readBytes(path) {
  const response = await fetch(addressOf(path));
  if (!response.ok) throw new Error(`${path} could not be read: HTTP ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The f32 tensors of a safetensors file by name, as `{ shape, data }`; others (buffers of whole numbers) are left out. */
export function parseSafetensors(bytes) {
  const { buffer, byteOffset } = bytes;
  const length = Number(new DataView(buffer, byteOffset).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  const tensors = {};
  for (const [name, { dtype, shape, data_offsets }] of Object.entries(header)) {
    if (dtype !== 'F32') continue;
    const [begin, end] = data_offsets.map((offset) => 8 + length + offset);
    tensors[name] = { shape, data: new Float32Array(bytes.slice(begin, end).buffer) };
  }
  return tensors;
}

export const readTensors = async (path) => parseSafetensors(await readBytes(path));
