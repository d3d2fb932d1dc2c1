// A variable of a MAT-file. Its values stand column after column, as MATLAB keeps them.

import { t } from '../../words/words';
import type { Element, Part } from './part';

export type MatValue =
  | { kind: 'numbers'; shape: number[]; values: Float64Array }
  | { kind: 'words'; text: string }
  | { kind: 'cells'; shape: number[]; items: MatValue[] }
  | { kind: 'structs'; shape: number[]; items: Record<string, MatValue>[] }
  | { kind: 'other'; what: Other };

/** What is told apart and not read: sparse matrices, complex numbers, and objects, functions and the like. */
export type Other = 'sparse' | 'complex' | 'object';

const MATRIX = 14;
const [CELL, STRUCT, CHAR, SPARSE] = [1, 2, 4, 5];
/** The bit of the flags that says that an imaginary part follows. */
const COMPLEX = 0x0800;
/** The classes of numbers: double to 64-bit unsigned. */
const isNumeric = (kind: number) => kind >= 6 && kind <= 15;
/** How deep cells and structs may lie in each other. */
const DEEPEST = 16;

/** A matrix with its name, which is empty inside cells and structs. Throws a sentence's end. */
export function readMatrix(element: Element, depth = 0): { name: string; value: MatValue } {
  if (element.type !== MATRIX) throw new Error(t`a variable was expected where type ${element.type} stands`);
  if (depth > DEEPEST) throw new Error(t`its cells lie in each other more than ${DEEPEST} deep`);
  const part = element.part();
  // An empty place of a struct.
  if (part.isEnd) return { name: '', value: { kind: 'numbers', shape: [0, 0], values: new Float64Array() } };
  const flags = part.element().numbers()[0] ?? 0;
  const kind = flags & 0xff;
  const shape = [...part.element().numbers()];
  const name = textOf(part.element());
  const n = shape.reduce((product, size) => product * size, 1);
  if (!Number.isSafeInteger(n) || shape.some((size) => size < 0))
    throw new Error(t`the variable “${name}” has the impossible shape ${shape.join(' × ')}`);
  if (isNumeric(kind) && flags & COMPLEX) return { name, value: { kind: 'other', what: 'complex' } };
  return { name, value: readValue(kind, part, shape, n, name, depth) };
}

function readValue(
  kind: number,
  part: Part,
  shape: number[],
  n: number,
  name: string,
  depth: number,
): MatValue {
  const next = () => readMatrix(part.element(), depth + 1).value;
  if (kind === CELL) return { kind: 'cells', shape, items: several(n, next) };
  if (kind === STRUCT) {
    const longest = part.element().numbers()[0] ?? 0;
    const names = split(part.element().bytes(), longest);
    const item = () => Object.fromEntries(names.map((field) => [field, next()]));
    return { kind: 'structs', shape, items: several(n, item) };
  }
  if (kind === CHAR) return { kind: 'words', text: n === 0 && part.isEnd ? '' : textOf(part.element()) };
  if (!isNumeric(kind)) return { kind: 'other', what: kind === SPARSE ? 'sparse' : 'object' };
  const values = part.element().numbers();
  if (values.length !== n)
    throw new Error(
      t`the variable “${name}” has the shape ${shape.join(' × ')} and ${values.length} numbers; it is damaged`,
    );
  return { kind: 'numbers', shape, values };
}

/** So many items; each takes bytes, so that a false count ends with the file. */
function several<T>(n: number, next: () => T): T[] {
  const items: T[] = [];
  while (items.length < n) items.push(next());
  return items;
}

function textOf(element: Element): string {
  if (element.type === 16 || element.type === 1 || element.type === 2)
    return new TextDecoder().decode(element.bytes());
  return String.fromCharCode(...element.numbers().subarray(0, 1 << 16));
}

/** Names of fields: each takes the same room, filled up with zeros. */
function split(bytes: Uint8Array, longest: number): string[] {
  if (longest < 1) throw new Error(t`the names of a struct’s fields have no length`);
  const text = new TextDecoder();
  return Array.from({ length: Math.floor(bytes.length / longest) }, (_, i) =>
    text.decode(bytes.subarray(i * longest, (i + 1) * longest)).replace(/\0.*$/s, ''),
  );
}
