import { expect, it, vi } from 'vitest';
import { CHUNK_BYTES } from './chunks';
import { FakeDisk } from './fake-disk';
import { Here } from './here';
import type { Facts } from './journal';
import { Kept } from './kept';

/** Six chunks and 100 bytes, no two neighbours alike. */
const file = Uint8Array.from({ length: 6 * CHUNK_BYTES + 100 }, (_, i) => (i * 31 + (i >> 16) * 7) % 251);
const piece = (first: number, end: number) => file.slice(first * CHUNK_BYTES, end * CHUNK_BYTES);
const facts: Facts = {
  url: 'https://a.b/c',
  length: file.length,
  tag: '',
  sha256: '',
  isVerified: false,
  group: { id: 'a', revision: 'b' },
  usedAt: 0,
};
const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

async function made(disk = new FakeDisk()) {
  const kept = await Kept.open(disk, 'k');
  const here = new Here('the file', kept, () => {});
  here.describe(facts);
  return { kept, here, read: vi.spyOn(kept, 'read') };
}

it('what lies together on disk is read at once, in whatever order it came', async () => {
  const { here, read } = await made();
  here.put(4, piece(4, 7));
  here.put(0, piece(0, 4));
  const into = new Uint8Array(file.length - 20);
  expect(here.copy(10, into)).toEqual(new Set());
  expect(isSame(into, file.slice(10, -10))).toBe(true);
  expect(read.mock.calls.map(([chunk]) => chunk)).toEqual([0, 4]);
});

it('names the chunks that are missing, and copies the others from disk and from memory', async () => {
  const { here } = await made(new FakeDisk(3 * CHUNK_BYTES));
  here.put(1, piece(1, 3));
  here.put(5, piece(5, 7));
  const into = new Uint8Array(file.length);
  expect(here.copy(0, into)).toEqual(new Set([0, 3, 4]));
  expect(isSame(into.slice(CHUNK_BYTES, 3 * CHUNK_BYTES), piece(1, 3))).toBe(true);
  expect(isSame(into.slice(5 * CHUNK_BYTES), piece(5, 7))).toBe(true);
});

it('asked for no bytes, it misses none', async () => {
  const { here } = await made();
  expect(here.copy(0, new Uint8Array())).toEqual(new Set());
});
