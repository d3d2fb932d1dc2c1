// @vitest-environment happy-dom
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeText } from './base64url';
import { decodeData } from './data-link';
import { defaultRecipe } from './defaults';
import { decodeRecipe, encodeRecipe } from './hash';
import { isPacked, pack, unpack } from './packed-link';

const lines = Array.from({ length: 60 }, (_, i) => `The ${i}th sentence is about a cat, and 中文.`);
const RECIPE = { ...defaultRecipe(), inputs: { kind: 'lines' as const, lines } };
const says = (words: string) =>
  expect.objectContaining({ kind: 'link', message: expect.stringContaining(words) });

/** As this form was first written. Never change one: they are in the world. */
const RELEASED = '#v1z=q1ZKU7JSSsssSjVWqgUA';

describe('a long link', () => {
  it('is compressed and comes back as it was', async () => {
    const hash = encodeRecipe(RECIPE);
    const packed = await pack(hash);
    expect(packed).toMatch(/^#v1z=[\w-]+$/);
    expect(packed.length).toBeLessThan(hash.length / 3);
    expect(isPacked(packed)).toBe(true);
    expect(await unpack(packed)).toBe(hash);
    expect(decodeRecipe(await unpack(packed))).toEqual(RECIPE);
  });

  it('of arrays is, too, and keeps what stands behind it', async () => {
    const hash = `#data?r=${encodeText(JSON.stringify({ names: lines }))}`;
    const packed = await pack(hash);
    expect(packed).toMatch(/^#data\?z=[\w-]+$/);
    expect(await unpack(packed)).toBe(hash);
    expect(await unpack(`${packed}&more=1`)).toBe(`${hash}&more=1`);
  });

  it('of every released version still opens', async () => {
    expect(decodeRecipe(await unpack(RELEASED))).toEqual({ ...defaultRecipe(), focus: 'fire3' });
  });

  it('stays plain where it is short, or readable as it stands', async () => {
    const short = encodeRecipe({ ...defaultRecipe(), focus: 'fire3' });
    expect(await pack(short)).toBe(short);
    const training = `#train?task=${'x'.repeat(900)}`;
    expect(await pack(training)).toBe(training);
    expect(await unpack(short)).toBe(short);
  });

  it('that was cut off is refused with a sentence', async () => {
    const packed = (await pack(encodeRecipe(RECIPE))).slice(0, -20);
    expect(await unpack(packed)).toBe(packed);
    expect(() => decodeRecipe(packed)).toThrow(says('cut off'));
    const data = (await pack(`#data?r=${encodeText(JSON.stringify({ names: lines }))}`)).slice(0, -20);
    expect(await unpack(data)).toBe(data);
    expect(() => decodeData(data)).toThrow(says('cut off'));
  });

  it('that would fill the memory is not unpacked', async () => {
    const bomb = `#v1z=${deflateRawSync(Buffer.alloc(5 * 2 ** 20, 32)).toString('base64url')}`;
    expect(bomb.length).toBeLessThan(20_000);
    expect(await unpack(bomb)).toBe(bomb);
  });
});
