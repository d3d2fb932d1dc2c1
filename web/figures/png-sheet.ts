// A PNG put together: the drawing first, then the painted pictures where they lie.

/** Pixels of the PNG for each of the sheet's. */
export const PNG_SCALE = 2;

export interface Painted {
  pixels: Blob;
  /** Where it lies, in pixels of the PNG. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Whether its pixels are mixed where they are scaled; otherwise they keep their edges. */
  isSmooth: boolean;
}

export interface PngSheet {
  drawing: ImageBitmap;
  painted: readonly Painted[];
}

/** What the worker gives back. */
export type PngAnswer = { png: Blob } | { failed: string };

/** Draws the drawing as large as the canvas, then the painted pictures where they lie. */
export async function drawSheet(
  context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D,
  drawing: CanvasImageSource,
  painted: readonly Painted[],
): Promise<void> {
  context.drawImage(drawing, 0, 0, context.canvas.width, context.canvas.height);
  for (const { pixels, left, top, width, height, isSmooth } of painted) {
    const picture = await createImageBitmap(pixels);
    context.imageSmoothingEnabled = isSmooth;
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, left, top, width, height);
    picture.close();
  }
}

export async function joinPng({ drawing, painted }: PngSheet): Promise<Blob> {
  const canvas = new OffscreenCanvas(drawing.width, drawing.height);
  await drawSheet(canvas.getContext('2d')!, drawing, painted);
  drawing.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
