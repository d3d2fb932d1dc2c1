// MAT-files of version 5 for tests, without compression. Source: MathWorks, “MAT-File Format” (R2023b), level 5.

export interface FakeVariable {
  name: string;
  shape: number[];
  /** Column after column. */
  values?: number[];
  /** MATLAB's class: 6 is double, 1 a cell, 2 a struct, 4 text, 5 sparse. */
  kind?: number;
  isComplex?: boolean;
}

export function writeMat(variables: readonly FakeVariable[]): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(128);
  header.set(new TextEncoder().encode('MATLAB 5.0 MAT-file'.padEnd(124)));
  header.set([0, 1, 0x49, 0x4d], 124);
  return joined([header, ...variables.map(matrix)]);
}

const INT8 = 1;
const INT32 = 5;
const UINT32 = 6;
const DOUBLE = 9;
const MATRIX = 14;

function matrix({ name, shape, values = [], kind = 6, isComplex }: FakeVariable): Uint8Array<ArrayBuffer> {
  const numbers = bytesOf(Float64Array.from(values));
  return element(
    MATRIX,
    joined([
      element(UINT32, bytesOf(Uint32Array.of(kind | (isComplex ? 0x0800 : 0), 0))),
      element(INT32, bytesOf(Int32Array.from(shape))),
      element(INT8, new TextEncoder().encode(name)),
      // A cell holds matrices; a struct begins with the room of its fields' names.
      ...(kind === 1 ? values.map((value) => matrix({ name: '', shape: [1, 1], values: [value] })) : []),
      ...(kind === 2 ? [element(INT32, bytesOf(Int32Array.of(8))), element(INT8, new Uint8Array(0))] : []),
      ...(kind > 2 ? [element(kind === 4 ? INT8 : DOUBLE, numbers)] : []),
      ...(isComplex ? [element(DOUBLE, numbers)] : []),
    ]),
  );
}

/** Type, length and content, filled up to eight bytes. */
function element(type: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const tag = bytesOf(Uint32Array.of(type, content.length));
  return joined([tag, content, new Uint8Array((8 - (content.length % 8)) % 8)]);
}

const bytesOf = ({ buffer }: { buffer: ArrayBuffer }) => new Uint8Array(buffer);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}
