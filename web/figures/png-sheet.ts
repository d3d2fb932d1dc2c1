// A PNG put together: the drawing first, then the painted pictures where they lie.

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

export async function joinPng({ drawing, painted }: PngSheet): Promise<Blob> {
  const canvas = new OffscreenCanvas(drawing.width, drawing.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(drawing, 0, 0);
  drawing.close();
  for (const { pixels, left, top, width, height, isSmooth } of painted) {
    const picture = await createImageBitmap(pixels);
    context.imageSmoothingEnabled = isSmooth;
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, left, top, width, height);
    picture.close();
  }
  return canvas.convertToBlob({ type: 'image/png' });
}
