/** The golden values of `crates/models/tests/golden`, read for comparison with what the page captures. */
import { readFileSync } from 'node:fs';

/** The tensors of a safetensors file: name → {shape, values}. Only the types that the golden files use. */
export function readGolden(id) {
  const bytes = readFileSync(`crates/models/tests/golden/${id}.safetensors`);
  const headerBytes = Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.subarray(8, 8 + headerBytes).toString());
  delete header.__metadata__;
  const tensors = new Map();
  for (const [name, { dtype, shape, data_offsets }] of Object.entries(header)) {
    const [start, end] = data_offsets.map((offset) => offset + 8 + headerBytes);
    const data = bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + end);
    const values =
      dtype === 'F32'
        ? new Float32Array(data)
        : dtype === 'I64'
          ? new BigInt64Array(data)
          : new Int32Array(data);
    tensors.set(name, { shape, values });
  }
  return tensors;
}

/** The values of text `text` in a capture without pooling, cut free of the zeros that fill up shorter texts. */
export function valuesOfText({ shape, values, n_positions }, text) {
  const longest = Math.max(...n_positions);
  const full = shape.slice(1);
  const own = full.map((size) => (size === longest ? n_positions[text] : size));
  const stimulus = values.subarray(text * product(full), (text + 1) * product(full));
  return Float32Array.from({ length: product(own) }, (_, flat) => {
    let at = 0;
    let stride = 1;
    for (let axis = own.length - 1, rest = flat; axis >= 0; axis--) {
      at += (rest % own[axis]) * stride;
      rest = Math.floor(rest / own[axis]);
      stride *= full[axis];
    }
    return stimulus[at];
  });
}

/** Largest difference of two equally long arrays, relative to the largest magnitude in the second. */
export function deviation(found, expected) {
  let worst = 0;
  let scale = 0;
  for (let i = 0; i < expected.length; i++) {
    worst = Math.max(worst, Math.abs(found[i] - expected[i]));
    scale = Math.max(scale, Math.abs(expected[i]));
  }
  return found.length === expected.length && !Number.isNaN(worst) ? worst / scale : Number.POSITIVE_INFINITY;
}

function product(sizes) {
  return sizes.reduce((total, size) => total * size, 1);
}
