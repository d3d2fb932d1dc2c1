// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writePng } from './png';

/** What was drawn on the page's canvas, in order: what, and where. */
let drawn: unknown[][];
let canvases: HTMLCanvasElement[];
/** What the browser packs; nothing where it cannot. */
let packed: Blob | null;
const PACKED = new Blob(['packed'], { type: 'image/png' });
const PIXELS = new Blob(['pixels']);
const sheet = {
  text: '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>',
  painted: [{ pixels: PIXELS, left: 4, top: 6, width: 10, height: 12, isSmooth: false }],
};

beforeEach(() => {
  drawn = [];
  canvases = [];
  packed = PACKED;
  // An engine that decodes and paints nothing: what is asked of it is noted.
  vi.stubGlobal('OffscreenCanvas', undefined);
  Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
  vi.stubGlobal('createImageBitmap', async (blob: Blob) => ({ blob, close: () => {} }));
  vi.stubGlobal(
    'Image',
    class {
      src = '';
      naturalWidth = 30;
      naturalHeight = 20;
      decode = async () => {};
    },
  );
  const make = document.createElement.bind(document);
  vi.spyOn(document, 'createElement').mockImplementation((name: string) => {
    const element = make(name) as HTMLCanvasElement;
    if (name === 'canvas') {
      const drawImage = (...all: unknown[]) => drawn.push(all);
      element.getContext = (() => ({ canvas: element, drawImage })) as never;
      element.toBlob = (give) => give(packed);
      canvases.push(element);
    }
    return element;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('is put together on a canvas of the page where there is none elsewhere, twice the size', async () => {
  expect(await writePng(sheet)).toBe(PACKED);
  const [picture, bitmap] = [drawn[0]![0], drawn[1]![0] as { blob: Blob }];
  expect(drawn).toEqual([
    [picture, 0, 0, 60, 40],
    [bitmap, 4, 6, 10, 12],
  ]);
  expect(bitmap.blob).toBe(PIXELS);
  // The memory is given back.
  expect(canvases.map(({ width, height }) => [width, height])).toEqual([[0, 0]]);
});

it('that the browser does not make is told, with what to do', async () => {
  packed = null;
  await expect(writePng(sheet)).rejects.toThrow('the browser made no PNG; try SVG');
});
