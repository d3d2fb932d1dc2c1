// A drawn figure as a file of its own: colours, fonts and pictures inside, so that it needs nothing else.

import { blobInTurns } from './blob-parts';
import { pixelsOf } from './picture';
import { type Painted, PNG_SCALE } from './png-sheet';
import { svg } from './svg';

/** What of the page's style a figure needs where the page is not. */
const STYLED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'visibility',
] as const;
/** Paper around an exported figure, in pixels. */
const EDGE = 18;
const XLINK = 'http://www.w3.org/1999/xlink';

/** A drawing that is ready to be a file. */
export interface Sheet {
  /** The SVG, in which painted pictures have no pixels yet. */
  text: string;
  painted: readonly Painted[];
}

/** A sheet as an SVG that needs nothing else. */
export async function writeSvg({ text, painted }: Sheet): Promise<Blob> {
  const parts: string[] = [];
  let rest = text;
  // Long addresses are put in at the end, so that no element of this page reads their pixels again.
  for (const [i, { pixels }] of painted.entries()) {
    const [before, after] = rest.split(`${PAINTED}="${i}"`);
    parts.push(before!, 'href="', ...(await addressParts(pixels)), '"');
    rest = after ?? '';
  }
  return blobInTurns([...parts, rest]);
}

/** A drawn SVG as a sheet, with `title` above it and `note` in small print beneath. */
export async function sheetOf(drawn: SVGSVGElement, title: string, note: string): Promise<Sheet> {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  inlineStyles(drawn, copy);
  for (const name of ['tabindex', 'role', 'class', 'style']) copy.removeAttribute(name);
  const shown = [...drawn.querySelectorAll('image')];
  const pictures = [...copy.querySelectorAll('image')];
  for (const extra of copy.querySelectorAll('.cursor, [aria-label="tip"]')) extra.remove();
  const pixels = await Promise.all(shown.map((image) => pixelsOf(image)));
  await Promise.all(pictures.filter((_, i) => !pixels[i]).map(inlinePhoto));

  const [width, height] = [Number(copy.getAttribute('width')), Number(copy.getAttribute('height'))];
  const page = getComputedStyle(document.documentElement);
  const look = {
    fill: page.getPropertyValue('--ink').trim(),
    'font-family': getComputedStyle(drawn).fontFamily,
  };
  const heading = paragraph(title, width, 14, look);
  const print = paragraph(note, width, 10, look);
  const top = EDGE + heading.height + 8;
  const size = { width: width + 2 * EDGE, height: top + height + 12 + print.height + EDGE };
  copy.setAttribute('x', String(EDGE));
  copy.setAttribute('y', String(top));
  copy.setAttribute('overflow', 'visible');
  const root = svg(
    'svg',
    { ...size, viewBox: `0 0 ${size.width} ${size.height}` },
    svg('rect', { ...size, fill: page.getPropertyValue('--paper').trim() }),
    svg('g', { transform: `translate(${EDGE} ${EDGE})` }, heading.element),
    copy,
    svg('g', { transform: `translate(${EDGE} ${top + height + 12})` }, print.element),
  );
  const painted: Painted[] = [];
  for (const [i, blob] of pixels.entries()) {
    if (!blob) continue;
    const rendering = getComputedStyle(shown[i]!).imageRendering;
    pictures[i]!.removeAttribute('href');
    pictures[i]!.setAttribute('image-rendering', rendering);
    pictures[i]!.setAttribute(PAINTED, String(painted.length));
    painted.push({
      pixels: blob,
      ...placeOf(shown[i]!, drawn, EDGE, top),
      isSmooth: !/pixelated|crisp-edges/.test(rendering),
    });
  }
  return { text: new XMLSerializer().serializeToString(root), painted };
}

/** Says which of the painted pictures an image shows. */
const PAINTED = 'data-painted';

/** Where an image of a drawing lies on its sheet, in pixels of the PNG. */
function placeOf(image: SVGImageElement, drawn: SVGSVGElement, left: number, top: number) {
  const number = (name: string) => Number(image.getAttribute(name) ?? 0);
  let [x, y] = [left + number('x'), top + number('y')];
  // Groups of a drawing are moved, and never scaled or turned.
  for (let group = image.parentElement; group && group !== (drawn as Element); group = group.parentElement) {
    const matrix = (group as Element as SVGGElement).transform?.baseVal.consolidate()?.matrix;
    x += (matrix?.e ?? 0) + (group instanceof SVGSVGElement ? Number(group.getAttribute('x') ?? 0) : 0);
    y += (matrix?.f ?? 0) + (group instanceof SVGSVGElement ? Number(group.getAttribute('y') ?? 0) : 0);
  }
  return {
    left: PNG_SCALE * x,
    top: PNG_SCALE * y,
    width: PNG_SCALE * number('width'),
    height: PNG_SCALE * number('height'),
  };
}

/** Words in lines no wider than `width`, by the width of an average character. */
function paragraph(words: string, width: number, size: number, look: Record<string, string>) {
  const element = svg('text', { ...look, 'font-size': size });
  const lines = wrap(words, Math.floor(width / (size * 0.54)));
  lines.forEach((line, i) => {
    element.append(svg('tspan', { x: 0, y: (i + 0.8) * size * 1.3 }, line));
  });
  return { element, height: lines.length * size * 1.3 };
}

/** Breaks words into lines of at most `most` characters; a longer word keeps a line of its own. */
export function wrap(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Offers a file for saving. */
export function save(name: string, content: BlobPart, type: string) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Bytes that are written as text at once; three of them are four letters. */
const AT_ONCE = 3 << 17;

/** A blob as a `data:` address, in parts. */
async function addressParts(blob: Blob): Promise<string[]> {
  const parts = [`data:${blob.type};base64,`];
  for (let start = 0; start < blob.size; start += AT_ONCE) {
    const address = await asAddress(blob.slice(start, start + AT_ONCE));
    parts.push(address.slice(address.indexOf(',') + 1));
  }
  return parts;
}

function asAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

function inlineStyles(from: Element, to: Element) {
  const style = getComputedStyle(from);
  for (const name of STYLED) to.setAttribute(name, style.getPropertyValue(name));
  const children = [...from.children];
  children.forEach((child, i) => {
    inlineStyles(child, to.children[i]!);
  });
}

/** Puts a photo into the file, at the size at which it is shown (twice, for print). */
async function inlinePhoto(element: SVGImageElement) {
  const address = element.getAttribute('href') ?? element.getAttributeNS(XLINK, 'href');
  if (!address || address.startsWith('data:')) return;
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const side = 2 * Math.max(Number(element.getAttribute('width')), 16);
  const crop = Math.min(picture.naturalWidth, picture.naturalHeight);
  const [left, top] = [(picture.naturalWidth - crop) / 2, (picture.naturalHeight - crop) / 2];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  canvas.getContext('2d')?.drawImage(picture, left, top, crop, crop, 0, 0, side, side);
  element.removeAttributeNS(XLINK, 'href');
  element.setAttribute('href', canvas.toDataURL('image/jpeg', 0.85));
}
