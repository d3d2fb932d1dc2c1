// Long hashes compressed: `#v1z=` in place of `#v1=` and `#data?z=` in place of `#data?r=`, each with the same bytes by
// raw deflate. They are unpacked before anything else reads the address, so that the rest of the page knows plain ones only.

import { decodeBytes, encodeBytes } from './base64url';

/** Hashes up to this many characters stay as they are: every program takes them, and any can read them. */
const SHORT = 2000;
/** What an unpacked recipe may have: a small link must not fill the memory. */
const MOST_BYTES = 4 * 2 ** 20;

/** Before the bytes, the bytes, and what another part of the page may have put behind them. */
const PLAIN = /^(#v\d+|#data\?r)=([\w-]+)(&.*)?$/;
const PACKED = /^(#v\d+|#data\?)z=([\w-]+)(&.*)?$/;

/** The hash in its shorter form. */
export async function pack(hash: string): Promise<string> {
  const [, before = '', bytes, after = ''] = PLAIN.exec(hash) ?? [];
  if (bytes === undefined || hash.length <= SHORT || !('CompressionStream' in globalThis)) return hash;
  const packed = await through(new CompressionStream('deflate-raw'), decodeBytes(bytes));
  return `${before.replace(/r$/, '')}z=${encodeBytes(packed)}${after}`;
}

/** Whether a hash has to be unpacked. */
export const isPacked = (hash: string) => PACKED.test(hash);

/** The plain form of a packed hash; one that is damaged stays as it is, which who reads it says. */
export async function unpack(hash: string): Promise<string> {
  const [, before = '', bytes, after = ''] = PACKED.exec(hash) ?? [];
  if (bytes === undefined) return hash;
  try {
    const plain = await through(new DecompressionStream('deflate-raw'), decodeBytes(bytes));
    return `${before === '#data?' ? '#data?r' : before}=${encodeBytes(plain)}${after}`;
  } catch {
    return hash;
  }
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let n_bytes = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    n_bytes += value.length;
    if (n_bytes > MOST_BYTES) throw new Error('the link unfolds to more than a recipe can have');
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

/** Puts the plain form of a packed address in its place, now and whenever another is opened. */
export async function unpackAddress(): Promise<void> {
  let damaged = '';
  window.addEventListener('hashchange', (event) => {
    const { hash } = location;
    if (!isPacked(hash) || hash === damaged) return;
    // Those who follow the address hear of the plain one alone, or of one that cannot be unpacked.
    event.stopImmediatePropagation();
    void unpack(hash).then((plain) => {
      if (plain !== hash) return location.replace(plain);
      damaged = hash;
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    });
  });
  const { hash, pathname, search } = location;
  if (isPacked(hash)) history.replaceState(null, '', `${pathname}${search}${await unpack(hash)}`);
}
