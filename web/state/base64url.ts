/** Bytes → base64url without padding: safe in any part of an address. */
export function encodeBytes(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The inverse of [`encodeBytes`]. Throws on anything else. */
export function decodeBytes(encoded: string): Uint8Array<ArrayBuffer> {
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Text → base64url of its UTF-8 bytes. */
export function encodeText(text: string): string {
  return encodeBytes(new TextEncoder().encode(text));
}

/** The inverse of [`encodeText`]. Throws on anything else. */
export function decodeText(encoded: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(decodeBytes(encoded));
}
