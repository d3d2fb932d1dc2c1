import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A file that the browser's hash may have whole. */
const SMALL_BYTES = 16 << 20;
/** Bytes hashed in one go; between two the worker hears messages. */
const PIECE_BYTES = 4 << 20;

/** SHA-256 of a file in hex, without holding a large one: the browser's own hash, which is faster, needs all of it at once. */
export async function hashInPieces(
  length: number,
  read: (start: number, length: number) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  if (length <= SMALL_BYTES && globalThis.crypto?.subtle) {
    const hash = await crypto.subtle.digest('SHA-256', await read(0, length));
    return bytesToHex(new Uint8Array(hash));
  }
  const hasher = sha256.create();
  for (let start = 0; start < length; start += PIECE_BYTES) {
    hasher.update(await read(start, Math.min(PIECE_BYTES, length - start)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return bytesToHex(hasher.digest());
}

/** SHA-256 of a text in hex. */
export const hashText = (text: string) => bytesToHex(sha256(new TextEncoder().encode(text)));

/**
 * The hash of a checkpoint: its file's, or of several files that of the lines `sha256  name` in the order of their
 * names, as the engine computes it. Empty when one is not known.
 */
export function hashOfParts(parts: { name: string; sha256: string }[]): string {
  if (parts.some((part) => part.sha256 === '')) return '';
  if (parts.length === 1) return parts[0]!.sha256;
  const sorted = [...parts].sort((a, b) => (a.name < b.name ? -1 : 1));
  return hashText(sorted.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
}
