// Long files, put together while the page goes on.

import { beginTurn } from './turns';

/** What a file is made of: text, or bytes, which are copied at once and so should be few. */
export type FilePart = string | ArrayBufferView<ArrayBuffer>;

/** Bytes that are copied at once: some milliseconds. */
const AT_ONCE = 1 << 20;

/** Parts one after another as one blob, made in turns. */
export async function blobInTurns(parts: Iterable<FilePart>): Promise<Blob> {
  const turn = beginTurn();
  // Whoever asked may have worked long already, or ask for several.
  await turn.next();
  const written: Blob[] = [];
  let text = '';
  const write = (part: FilePart) => part !== '' && written.push(new Blob([part]));
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      write(text);
      text = '';
      write(part);
    }
    if (!turn.isOver()) continue;
    write(text);
    text = '';
    await turn.next();
  }
  write(text);
  return new Blob(written);
}

/** The memory of an array in parts that are copied quickly. */
export function* byteParts(array: ArrayBufferView): Generator<Uint8Array<ArrayBuffer>> {
  const { buffer, byteOffset, byteLength } = array;
  for (let start = 0; start < byteLength; start += AT_ONCE) {
    const size = Math.min(AT_ONCE, byteLength - start);
    yield new Uint8Array(buffer as ArrayBuffer, byteOffset + start, size);
  }
}
