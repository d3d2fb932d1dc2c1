import { byteParts } from './blob-parts';

/**
 * An array as a NumPy file: version 1.0, little-endian f64 or i32, C order.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function writeNpy(
  shape: readonly number[],
  values: Float64Array | Int32Array,
): Uint8Array<ArrayBuffer> {
  const parts = [...npyParts(shape, values)];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}

/** The same in parts, so that many numbers can be written in turns. */
export function* npyParts(
  shape: readonly number[],
  values: Float64Array | Int32Array,
): Generator<Uint8Array<ArrayBuffer>> {
  const isWhole = values instanceof Int32Array;
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dictionary = `{'descr': '${isWhole ? '<i4' : '<f8'}', 'fortran_order': False, 'shape': ${tuple}, }`;
  // Magic, version and length take 10 bytes; the data must start at a multiple of 64.
  const header = `${dictionary.padEnd(Math.ceil((dictionary.length + 11) / 64) * 64 - 11)}\n`;
  const words = new TextEncoder();
  const start = [0x93, ...words.encode('NUMPY'), 1, 0, header.length & 0xff, header.length >> 8];
  yield Uint8Array.from([...start, ...words.encode(header)]);
  // Every machine that a browser runs on keeps numbers little-endian.
  yield* byteParts(values);
}
