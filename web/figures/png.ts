// A sheet as a PNG: put together in a worker, or on the page where the browser has canvases only there.

import { t } from '../words/words';
import type { Sheet } from './export';
import { drawSheet, type Painted, PNG_SCALE, type PngAnswer, type PngSheet } from './png-sheet';

/** A sheet as a PNG, twice its size in pixels. */
export async function writePng({ text, painted }: Sheet): Promise<Blob> {
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  picture.src = address;
  await picture.decode().finally(() => URL.revokeObjectURL(address));
  const [width, height] = [picture.naturalWidth * PNG_SCALE, picture.naturalHeight * PNG_SCALE];
  if (!('OffscreenCanvas' in globalThis)) return joinHere(picture, width, height, painted);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  return joinElsewhere({ drawing: canvas.transferToImageBitmap(), painted });
}

/** Puts a PNG together in a worker that ends with it. */
async function joinElsewhere(sheet: PngSheet): Promise<Blob> {
  const worker = new Worker(new URL('./png-worker.ts', import.meta.url), { type: 'module' });
  const answer = await new Promise<PngAnswer>((resolve) => {
    worker.onmessage = (event: MessageEvent<PngAnswer>) => resolve(event.data);
    worker.onerror = ({ message }) => resolve({ failed: message });
    worker.postMessage(sheet, [sheet.drawing]);
  }).finally(() => worker.terminate());
  if ('png' in answer) return answer.png;
  throw noPng(answer.failed);
}

/** The same on a canvas of the page, which stands still while the pixels are packed. */
async function joinHere(
  drawing: CanvasImageSource,
  width: number,
  height: number,
  painted: readonly Painted[],
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw noPng();
  await drawSheet(context, drawing, painted);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // A canvas without a size holds no memory.
  canvas.width = canvas.height = 0;
  if (!png) throw noPng();
  return png;
}

const noPng = (why?: string) => new Error(why || t`the browser made no PNG; try SVG`);
