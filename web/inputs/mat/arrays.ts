// The variables of a MAT-file as NumPy files: those that are arrays of numbers, and in words why others are not.

import { writeNpy } from '../../figures/npy';
import { problem } from '../../state/problem';
import { t } from '../../words/words';
import type { MatValue } from './matrix';
import { readMat } from './read';

export interface MatArrays {
  /** Named after the file and, where it has several, the variable: `recording/v4.npy`. */
  files: { name: string; blob: Blob }[];
  /** Why variables were left out, each with what to do. */
  leftOut: string[];
}

type Numbers = Extract<MatValue, { kind: 'numbers' }>;

export const isMat = (name: string) => /\.mat$/i.test(name);

/** Rejects with an `ErrorReport`: a file that cannot be read, and one without an array of numbers. */
export async function matArrays(name: string, blob: Blob): Promise<MatArrays> {
  const variables = Object.entries(await readMat(name, new Uint8Array(await blob.arrayBuffer())));
  const leftOut = variables.flatMap(([variable, value]) => whyNot(variable, value) ?? []);
  const arrays = variables.flatMap(([variable, value]) =>
    value.kind === 'numbers' && value.values.length > 0 ? [[variable, value] as const] : [],
  );
  if (arrays.length === 0) {
    const why = leftOut.length > 0 ? leftOut.join('; ') : t`it has no variables`;
    throw problem('format', t`${name} holds no array of numbers: ${why}.`);
  }
  const stem = name.replace(/\.[^.]*$/, '');
  const files = arrays.map(([variable, value]) => ({
    name: arrays.length === 1 ? `${stem}.npy` : `${stem}/${variable}.npy`,
    blob: new Blob([asNpy(value)]),
  }));
  return { files, leftOut };
}

/** Why a variable is no array of numbers, and what to do; `undefined` where it is one. */
function whyNot(variable: string, value: MatValue): string | undefined {
  switch (value.kind) {
    case 'numbers':
      return value.values.length > 0 ? undefined : t`“${variable}” is empty`;
    case 'words':
      return t`“${variable}” is text`;
    case 'cells':
      return t`“${variable}” is a cell array; save cell2mat(${variable}) where its cells hold numbers`;
    case 'structs':
      return t`“${variable}” is a struct; save its fields as variables, with save and the option -struct`;
    case 'other':
      if (value.what === 'sparse') return t`“${variable}” is sparse; save full(${variable})`;
      if (value.what === 'complex')
        return t`“${variable}” has complex numbers; save real(${variable}) or abs(${variable})`;
      return t`“${variable}” is an object or a function`;
  }
}

/** Row after row. A row or column of MATLAB's is a list; one of whole numbers of which some come again is one of labels. */
function asNpy({ shape, values }: Numbers): Uint8Array<ArrayBuffer> {
  const isList = shape.length === 2 && shape.includes(1);
  if (!isList) return writeNpy(shape, byRows(shape, values));
  const isWhole = values.every((value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31);
  const areLabels = isWhole && new Set(values).size < values.length;
  return writeNpy([values.length], areLabels ? Int32Array.from(values) : values);
}

/** The numbers in the order of NumPy, the last dimension running fastest; MATLAB's first one does. */
function byRows(shape: readonly number[], values: Float64Array): Float64Array {
  const strides = shape.map((_, axis) => shape.slice(0, axis).reduce((product, size) => product * size, 1));
  const place = shape.map(() => 0);
  let from = 0;
  return Float64Array.from(values, () => {
    const value = values[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++place[axis]! < shape[axis]!) break;
      from -= strides[axis]! * shape[axis]!;
      place[axis] = 0;
    }
    return value;
  });
}
