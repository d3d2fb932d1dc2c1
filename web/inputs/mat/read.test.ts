import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { convertImages92 } from '../../pages/data/sets/kriegeskorte';
import { readMat } from './read';

// scipy.io.savemat of a f32 [[1, 2, 3], [4, 5, 6]], an i16 −7, a struct [1, 2] with RDM and name, a cell of a number and a word.
const PLAIN =
  'TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IE1vbiBOb3YgMzAgMTE6MTQ6MTUgMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABSU0OAAAASAAAAAYAAAAIAAAABwAAAAAAAAAFAAAACAAAAAIAAAADAAAAAQABAGEAAAAHAAAAGAAAAAAAgD8AAIBAAAAAQAAAoEAAAEBAAADAQA4AAAAwAAAABgAAAAgAAAAKAAAAAAAAAAUAAAAIAAAAAQAAAAEAAAABAAEAbgAAAAMAAgD5/wAADgAAAIABAAAGAAAACAAAAAIAAAAAAAAABQAAAAgAAAABAAAAAgAAAAEABABSRE1zBQAEAAUAAAABAAAACgAAAFJETQAAbmFtZQAAAAAAAAAOAAAAUAAAAAYAAAAIAAAABgAAAAAAAAAFAAAACAAAAAIAAAACAAAAAQAAAAAAAAAJAAAAIAAAAAAAAAAAAAAAAAAAAAAA+D8AAAAAAAD4PwAAAAAAAAAADgAAADgAAAAGAAAACAAAAAQAAAAAAAAABQAAAAgAAAABAAAABQAAAAEAAAAAAAAAEAAAAAUAAABmaXJzdAAAAA4AAABQAAAABgAAAAgAAAAOAAAAAAAAAAUAAAAIAAAAAgAAAAIAAAABAAAAAAAAAAwAAAAgAAAAAAAAAAAAAAD+//////////7/////////AAAAAAAAAAAOAAAAQAAAAAYAAAAIAAAABAAAAAAAAAAFAAAACAAAAAEAAAAKAAAAAQAAAAAAAAAQAAAACgAAAHNlY29uZCBvbmUAAAAAAAAOAAAAoAAAAAYAAAAIAAAAAQAAAAAAAAAFAAAACAAAAAEAAAACAAAAAQABAGMAAAAOAAAAOAAAAAYAAAAIAAAABgAAAAAAAAAFAAAACAAAAAEAAAABAAAAAQAAAAAAAAAJAAAACAAAAAAAAAAAAPA/DgAAADAAAAAGAAAACAAAAAQAAAAAAAAABQAAAAgAAAABAAAAAQAAAAEAAAAAAAAAEAABAHcAAAA=';
// The same with do_compression=True of a u8 [[0, 1, 2], [3, 4, 5]] and 1,600 zeros.
const PACKED =
  'TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IE1vbiBOb3YgMzAgMTE6MTQ6MTUgMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABSU0PAAAALQAAAHic42NgYLAAYjYg5gBiTgYIYIXymYCYGYgZgTARygepZWBmZGECKgIAIGwA6g8AAABHAAAAeJztyTEKgDAAA8AIKrr0HY7ST7mI/n/TYh/hcAchhJQke03mt5d83Ux9bz1Dxpz3daztrAEAAAAAAAAAAAAAAODnHkH3AtI=';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const refusal = (name: string, file: Uint8Array) =>
  readMat(name, file).then(
    () => 'was read',
    (report: { message: string }) => report.message,
  );

it('gives numbers column by column, words, cells and structs', async () => {
  const { a, n, RDMs, c } = await readMat('plain.mat', bytes(PLAIN));
  expect(a).toEqual({ kind: 'numbers', shape: [2, 3], values: Float64Array.of(1, 4, 2, 5, 3, 6) });
  expect(n).toEqual({ kind: 'numbers', shape: [1, 1], values: Float64Array.of(-7) });
  if (RDMs?.kind !== 'structs' || c?.kind !== 'cells') throw new Error('a struct and a cell');
  expect(RDMs.shape).toEqual([1, 2]);
  expect(RDMs.items.map(({ name }) => name)).toEqual([
    { kind: 'words', text: 'first' },
    { kind: 'words', text: 'second one' },
  ]);
  expect(RDMs.items[1]!.RDM).toEqual({
    kind: 'numbers',
    shape: [2, 2],
    values: Float64Array.of(0, -2, -2, 0),
  });
  expect(c.items[1]).toEqual({ kind: 'words', text: 'w' });
});

it('unfolds compressed variables', async () => {
  const { a, long } = await readMat('packed.mat', bytes(PACKED));
  expect(a).toEqual({ kind: 'numbers', shape: [2, 3], values: Float64Array.of(0, 3, 1, 4, 2, 5) });
  expect(long?.kind === 'numbers' && long.values.length).toBe(1600);
});

it('refuses what is no such file, is cut off or damaged, wherever that is', async () => {
  expect(await refusal('short.mat', new Uint8Array(5))).toContain('less than its header');
  const hdf = new TextEncoder().encode('MATLAB 7.3 MAT-file'.padEnd(200));
  expect(await refusal('new.mat', hdf)).toContain('save it with the option -v7');
  expect(await refusal('page.mat', new TextEncoder().encode('<html>'.padEnd(200)))).toContain(
    'check what file',
  );
  for (const whole of [bytes(PLAIN), bytes(PACKED)])
    for (let length = 129; length < whole.length - 8; length += 7) {
      const sentence = await refusal('cut.mat', whole.slice(0, length));
      expect(sentence, `cut at ${length}`).toMatch(/was read|to be read as a MATLAB file/);
    }
  // Each byte of the first variable's tags wrong in turn: a sentence, or another number; never anything else.
  for (let at = 128; at < 240; at++) {
    const damaged = bytes(PLAIN);
    damaged[at]! ^= 0xff;
    expect(await refusal('damaged.mat', damaged)).toMatch(/was read|to be read as a MATLAB file/);
  }
});

const FOLDER = '../shared/data/92images';

it('makes the RDMs of four people, pixels and categories of the 92 images', async (context) => {
  if (!existsSync(FOLDER)) {
    expect(process.env.CI, 'the 92 images are absent, and in CI no test is skipped').not.toBe('true');
    context.skip('shared data absent');
  }
  const names = ['92_brainRDMs.mat', 'Kriegeskorte_Neuron2008_supplementalData.mat'];
  const files = names.map((name) => ({ name, blob: new Blob([readFileSync(`${FOLDER}/${name}`)]) }));
  const made = await convertImages92(files);
  expect(made.map(({ name }) => name)).toEqual(['human_it.npy', 'pixels.npy', 'images.csv']);
  const human = new Float64Array((await made[0]!.blob.arrayBuffer()).slice(-4 * 92 * 92 * 8));
  const mean = readFileSync(`${FOLDER}/hIT_mean_rdm.npy`);
  const { length } = mean;
  const isDouble = mean.subarray(0, 128).includes('<f8');
  const width = isDouble ? 8 : 4;
  for (const at of [1, 92, 500, 8463]) {
    const place = length - (92 * 92 - at) * width;
    const expected = isDouble ? mean.readDoubleLE(place) : mean.readFloatLE(place);
    const found = [0, 1, 2, 3].reduce((sum, subject) => sum + human[subject * 92 * 92 + at]! / 4, 0);
    expect(found).toBeCloseTo(expected, 5);
  }
  const pixels = new Float64Array((await made[1]!.blob.arrayBuffer()).slice(-92 * 25 * 25 * 3 * 8));
  expect(pixels.every((value) => value >= 0 && value <= 255.0001)).toBe(true);
  expect((await made[2]!.blob.text()).split('\n').length).toBe(94);
});
