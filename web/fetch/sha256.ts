/** Files above this are not hashed: the browser's hash needs the whole file in memory at once. */
export const LARGEST_HASHED_BYTES = 1 << 30;

/**
 * SHA-256 in hex; empty when it cannot be had: the file is too large, or the page came over plain http
 * from another machine, where browsers offer no hash.
 */
export async function sha256(blob: Blob): Promise<string> {
  if (!globalThis.crypto?.subtle || blob.size > LARGEST_HASHED_BYTES) return '';
  const hash = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
