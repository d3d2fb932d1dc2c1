// MATLAB's MAT-file, version 5, as far as data sets need it: numbers, words, cells and structs. Nothing is run, and no more
// is unpacked than is allowed. Source: MathWorks, “MAT-File Format” (R2023b), level 5.

import { problem } from '../../state/problem';
import { t } from '../../words/words';
import { type MatValue, readMatrix } from './matrix';
import { Part } from './part';

const HEADER_BYTES = 128;
const [MATRIX, COMPRESSED] = [14, 15];
/** The most bytes that all compressed variables together may unfold to. */
const MOST_BYTES = 256 << 20;

/** The variables of a file by their names. Rejects with an `ErrorReport`. */
export async function readMat(name: string, bytes: Uint8Array): Promise<Record<string, MatValue>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong = (what: string) =>
    problem('format', t`${name} was to be read as a MATLAB file of version 5, but ${what}.`);
  if (bytes.length < HEADER_BYTES) throw wrong(t`it has ${bytes.length} bytes, less than its header`);
  // The writer put 'MI' as one number of two bytes.
  const mark = view.getUint16(126, true);
  // Files of version 7.3 have the mark too, in a header before the HDF5.
  if (isHdf(bytes)) throw wrong(t`it is of version 7.3, which is HDF5; save it with the option -v7`);
  if (mark !== 0x4d49 && mark !== 0x494d)
    throw wrong(
      // A file of version 4 has no header: a number with a zero among its bytes stands first.
      bytes.subarray(0, 4).includes(0)
        ? t`it seems to be of version 4; open it in MATLAB and save it with the option -v7`
        : t`its header does not say so; check what file it is`,
    );
  const isLittle = mark === 0x4d49;
  const variables: Record<string, MatValue> = {};
  let left = MOST_BYTES;
  try {
    const file = new Part(view, HEADER_BYTES, bytes.length, isLittle);
    while (!file.isEnd) {
      let element = file.element();
      if (element.type === COMPRESSED) {
        const unfolded = await inflate(element.bytes(), left);
        left -= unfolded.length;
        const inner = new DataView(unfolded.buffer);
        element = new Part(inner, 0, unfolded.length, isLittle).element();
      }
      if (element.type !== MATRIX) continue;
      const { name: variable, value } = readMatrix(element);
      variables[variable] = value;
    }
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
  return variables;
}

/** How an HDF5 file begins: at its start, or after a block for whoever made it. */
const HDF = [0x89, 0x48, 0x44, 0x46];

const isHdf = (bytes: Uint8Array) =>
  new TextDecoder().decode(bytes.subarray(0, 10)) === 'MATLAB 7.3' ||
  [0, 512].some((start) => HDF.every((byte, i) => bytes[start + i] === byte));

/** What a zlib stream holds, at most so many bytes. */
async function inflate(packed: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read().catch(() => {
      throw new Error(t`a compressed variable cannot be unfolded; the file is damaged or cut off`);
    });
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error(t`it unfolds to more than ${MOST_BYTES >> 20} MiB`);
    }
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
