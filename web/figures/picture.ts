// Pictures of very many marks inside a drawing: painted in turns on a canvas, then shown as an image, so that axes and
// files are those of any other drawing.

import { svg } from './svg';
import { beginTurn, type Turn } from './turns';

export interface PictureSize {
  /** In pixels of the picture, not of the page. */
  width: number;
  height: number;
}

type Look = Parameters<typeof svg>[1];

/** The pixels of each picture, once they are painted. */
const painted = new WeakMap<Element, Promise<Blob | undefined>>();

/** An image that shows what `paint` does as soon as it has done it. */
export function picture(
  size: PictureSize,
  look: Look,
  paint: (context: CanvasRenderingContext2D, turn: Turn) => Promise<void>,
): SVGImageElement {
  const image = svg('image', { ...look, preserveAspectRatio: 'none' });
  const pixels = make(size, paint);
  painted.set(image, pixels);
  pixels.then(
    (blob) => blob && show(image, blob),
    // Without pixels the axes stand alone; the table has the numbers.
    () => {},
  );
  return image;
}

/** The pixels of an image that was painted here; `undefined` for any other. */
export const pixelsOf = (image: Element): Promise<Blob | undefined> | undefined => painted.get(image);

async function make(
  { width, height }: PictureSize,
  paint: (context: CanvasRenderingContext2D, turn: Turn) => Promise<void>,
): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  // The drawing around it comes first.
  const turn = beginTurn();
  await turn.next();
  await paint(context, turn);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // A canvas without a size holds no memory.
  canvas.width = canvas.height = 0;
  return blob ?? undefined;
}

function show(image: SVGImageElement, blob: Blob) {
  const address = URL.createObjectURL(blob);
  const letGo = () => URL.revokeObjectURL(address);
  image.addEventListener('load', letGo, { once: true });
  image.addEventListener('error', letGo, { once: true });
  image.setAttribute('href', address);
}
