import { expect, it } from 'vitest';
import { matArrays } from './arrays';
import { type FakeVariable, writeMat } from './fake-mat';

const take = (variables: FakeVariable[]) => matArrays('rec.v2.mat', new Blob([writeMat(variables)]));
const refusal = (variables: FakeVariable[]) =>
  take(variables).then(
    () => 'was read',
    ({ message }: { message: string }) => message,
  );
/** Header and numbers of an npy file of doubles or 32-bit whole numbers. */
async function npy(blob: Blob) {
  const bytes = await blob.arrayBuffer();
  const start = 10 + new DataView(bytes).getUint16(8, true);
  const header = new TextDecoder().decode(bytes.slice(10, start));
  const values = header.includes('<i4')
    ? new Int32Array(bytes.slice(start))
    : new Float64Array(bytes.slice(start));
  return { shape: /\((.*?)\)/.exec(header)![1], isWhole: header.includes('<i4'), values: [...values] };
}

const STRUCT = { name: 'info', shape: [1, 0], kind: 2 };

it('gives each matrix under file and variable, row after row', async () => {
  const cube = { name: 'cube', shape: [2, 3, 2], values: Array.from({ length: 12 }, (_, i) => i) };
  const { files, leftOut } = await take([{ name: 'a', shape: [2, 3], values: [1, 4, 2, 5, 3, 6] }, cube]);
  expect(files.map(({ name }) => name)).toEqual(['rec.v2/a.npy', 'rec.v2/cube.npy']);
  expect(leftOut).toEqual([]);
  expect(await npy(files[0]!.blob)).toEqual({ shape: '2, 3', isWhole: false, values: [1, 2, 3, 4, 5, 6] });
  // Place (i, j, k) of MATLAB's is number i + 2 j + 6 k.
  expect((await npy(files[1]!.blob)).values).toEqual([0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
});

it('takes a row or column as a list, of labels where whole numbers come again', async () => {
  const { files } = await take([
    { name: 'classes', shape: [4, 1], values: [2, 1, 2, 1] },
    { name: 'times', shape: [1, 3], values: [100, 200, 300] },
  ]);
  expect(await npy(files[0]!.blob)).toEqual({ shape: '4,', isWhole: true, values: [2, 1, 2, 1] });
  expect(await npy(files[1]!.blob)).toEqual({ shape: '3,', isWhole: false, values: [100, 200, 300] });
});

it('names the only one after the file, and tells what was left out and what to do', async () => {
  const { files, leftOut } = await take([
    { name: 'x', shape: [2, 2], values: [1, 2, 3, 4] },
    STRUCT,
    { name: 's', shape: [2, 2], kind: 5 },
    { name: 'z', shape: [1, 1], values: [1], isComplex: true },
    { name: 'c', shape: [1, 1], values: [1], kind: 1 },
    { name: 'w', shape: [1, 0], kind: 4 },
    { name: 'f', shape: [1, 1], kind: 16 },
    { name: 'none', shape: [0, 0] },
  ]);
  expect(files.map(({ name }) => name)).toEqual(['rec.v2.npy']);
  expect(leftOut).toEqual([
    '“info” is a struct; save its fields as variables, with save and the option -struct',
    '“s” is sparse; save full(s)',
    '“z” has complex numbers; save real(z) or abs(z)',
    '“c” is a cell array; save cell2mat(c) where its cells hold numbers',
    '“w” is text',
    '“f” is an object or a function',
    '“none” is empty',
  ]);
});

it('refuses a file without any array of numbers, saying why', async () => {
  expect(await refusal([STRUCT])).toBe(
    'rec.v2.mat holds no array of numbers: “info” is a struct; save its fields as variables, with save and the option -struct.',
  );
  expect(await refusal([])).toBe('rec.v2.mat holds no array of numbers: it has no variables.');
});

it('refuses HDF5, by MATLAB’s header or without one, and version 4', async () => {
  const message = (bytes: Uint8Array<ArrayBuffer>) =>
    matArrays('x.mat', new Blob([bytes])).then(String, ({ message }: { message: string }) => message);
  const new73 = writeMat([]);
  new73.set(new TextEncoder().encode('MATLAB 7.3 MAT-file'));
  const plainHdf = new Uint8Array(600);
  plainHdf.set([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);
  for (const bytes of [new73, plainHdf])
    expect(await message(bytes)).toContain('7.3, which is HDF5; save it with');
  expect(await message(new Uint8Array(200))).toContain('it seems to be of version 4; open it in MATLAB');
});
