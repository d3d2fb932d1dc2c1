import { t } from '../words/words';
import type { Pixels } from './engine';
import type { ErrorReport } from './types';

/** Largest side that is decoded, in pixels: models look at some 227, and memory is finite. */
const LARGEST_SIDE = 8192;

/**
 * Decodes an image file to 8-bit RGBA as stored: no colour management, no premultiplied alpha, so
 * that the numbers do not depend on the screen. Runs in the worker. Rejects with an `ErrorReport`.
 */
export async function decodeImage(name: string, blob: Blob): Promise<Pixels> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
  } catch {
    throw problem(
      t`Reading ${name} as an image failed: its ${blob.size} bytes are not an image that this browser can decode. Choose a JPEG, PNG or WebP file.`,
    );
  }
  const { width, height } = bitmap;
  if (Math.max(width, height) > LARGEST_SIDE) {
    bitmap.close();
    throw problem(
      t`${name} is ${width} × ${height} pixels, but at most ${LARGEST_SIDE} a side are read; make it smaller.`,
    );
  }
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context)
    throw problem(
      t`Decoding ${name} failed: this browser gave no drawing surface. Close other tabs and try again.`,
    );
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  return { name, width, height, data: new Uint8Array(data.buffer) };
}

function problem(message: string): ErrorReport {
  return { kind: 'inputs', message, causes: [] };
}
