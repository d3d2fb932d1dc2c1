// Numbers of a NumPy file of any little-endian real type, for what the page itself draws; analyses are the engine's.
// Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

import { t } from '../words/words';

export interface NpyArray {
  shape: number[];
  /** In the order of the file. */
  values: Float64Array;
}

type Read = (view: DataView, at: number) => number;

/** How a number of each type is read, and its bytes. */
const TYPES: Record<string, [read: Read, bytes: number]> = {
  '<f4': [(view, at) => view.getFloat32(at, true), 4],
  '<f8': [(view, at) => view.getFloat64(at, true), 8],
  '<i2': [(view, at) => view.getInt16(at, true), 2],
  '<i4': [(view, at) => view.getInt32(at, true), 4],
  '<i8': [(view, at) => Number(view.getBigInt64(at, true)), 8],
  '<u2': [(view, at) => view.getUint16(at, true), 2],
  '<u4': [(view, at) => view.getUint32(at, true), 4],
  '|i1': [(view, at) => view.getInt8(at), 1],
  '|u1': [(view, at) => view.getUint8(at), 1],
  '|b1': [(view, at) => view.getUint8(at), 1],
};

/** Throws a sentence's end where it is no such file. */
export function readNpy(bytes: ArrayBuffer): NpyArray {
  const view = new DataView(bytes);
  const start = bytes.byteLength < 12 ? Number.NaN : headerEnd(view);
  const header = new TextDecoder('latin1').decode(bytes.slice(0, Number.isNaN(start) ? 0 : start));
  const [, type = '', order = '', sizes = ''] =
    /'descr': '([^']*)', 'fortran_order': (\w+), 'shape': \(([^)]*)\)/.exec(header) ?? [];
  const shape = sizes.split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
  const [read, size] = TYPES[type] ?? [];
  const n = shape.reduce((product, one) => product * one, 1);
  if (
    !read ||
    size === undefined ||
    bytes.byteLength < start + n * size ||
    (order !== 'False' && shape.length > 1)
  )
    throw new Error(t`it is no array of numbers that is read here`);
  return { shape, values: Float64Array.from({ length: n }, (_, i) => read(view, start + i * size)) };
}

/** Versions 2 and 3 say the header's length in four bytes, version 1 in two. */
const headerEnd = (view: DataView) =>
  view.getUint8(6) === 1 ? 10 + view.getUint16(8, true) : 12 + view.getUint32(8, true);
