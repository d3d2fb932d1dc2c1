/**
 * An array as a NumPy file: version 1.0, little-endian f64 or i32, C order.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function writeNpy(
  shape: readonly number[],
  values: Float64Array | Int32Array,
): Uint8Array<ArrayBuffer> {
  const isWhole = values instanceof Int32Array;
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dictionary = `{'descr': '${isWhole ? '<i4' : '<f8'}', 'fortran_order': False, 'shape': ${tuple}, }`;
  // Magic, version and length take 10 bytes; the data must start at a multiple of 64.
  const header = `${dictionary.padEnd(Math.ceil((dictionary.length + 11) / 64) * 64 - 11)}\n`;
  const bytes = new Uint8Array(10 + header.length + values.byteLength);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, header.length & 0xff, header.length >> 8]);
  bytes.set(new TextEncoder().encode(header), 10);
  // Every machine that a browser runs on keeps numbers little-endian.
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), 10 + header.length);
  return bytes;
}
