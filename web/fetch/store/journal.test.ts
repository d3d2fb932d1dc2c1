import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from './chunks';
import { decodeJournal, encodeHeader, type Facts, HEADER_BYTES, keptBytes } from './journal';

const facts: Facts = {
  url: 'https://hub.example/a/b',
  length: 3 * CHUNK_BYTES + 7,
  tag: '"a"',
  sha256: '',
  isVerified: false,
  group: { id: 'a/b', revision: 'main' },
  usedAt: 1,
};

/** A journal with these places. */
function journal(...places: number[]): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + 4 * places.length);
  bytes.set(encodeHeader(facts));
  bytes.set(new Uint8Array(Uint32Array.from(places).buffer), HEADER_BYTES);
  return bytes;
}

describe('a journal', () => {
  it('gives back facts and places', () => {
    const read = decodeJournal(journal(2, 0), 2 * CHUNK_BYTES);
    expect(read).toMatchObject({ facts, places: [2, 0] });
    expect(keptBytes(read!)).toBe(2 * CHUNK_BYTES);
  });

  it('knows that the last chunk is shorter', () => {
    const read = decodeJournal(journal(0, 3), CHUNK_BYTES + 7);
    expect(read?.places).toEqual([0, 3]);
    expect(keptBytes(read!)).toBe(CHUNK_BYTES + 7);
  });

  it('does not count what a cut left behind: half a place, or a place without its data', () => {
    expect(decodeJournal(journal(2, 0).subarray(0, HEADER_BYTES + 6), 9 * CHUNK_BYTES)?.places).toEqual([2]);
    expect(decodeJournal(journal(2, 0), 2 * CHUNK_BYTES - 1)?.places).toEqual([2]);
  });

  it('does not count places outside the file, or twice', () => {
    expect(decodeJournal(journal(1, 4, 2), 9 * CHUNK_BYTES)?.places).toEqual([1]);
    expect(decodeJournal(journal(1, 1, 2), 9 * CHUNK_BYTES)?.places).toEqual([1]);
  });

  it('that is none is not taken for one', () => {
    expect(decodeJournal(new Uint8Array(), 0)).toBeUndefined();
    expect(decodeJournal(new Uint8Array(HEADER_BYTES), 0)).toBeUndefined();
    const odd = journal(0);
    odd.set(new TextEncoder().encode('{"version":9'), 4);
    expect(decodeJournal(odd, CHUNK_BYTES)).toBeUndefined();
  });

  it('refuses an address that is too long for it', () => {
    expect(() => encodeHeader({ ...facts, url: 'x'.repeat(HEADER_BYTES) })).toThrow('too long');
  });
});
