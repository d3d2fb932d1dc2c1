// A drawn figure as a file of its own: colours, fonts and pictures inside, so that it needs nothing else.

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
const PNG_SCALE = 2;
const XLINK = 'http://www.w3.org/1999/xlink';

/** A drawn SVG as text. `title` becomes its title, `note` a line of small print beneath. */
export async function writeSvg(drawn: SVGSVGElement, title: string, note: string): Promise<string> {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  inlineStyles(drawn, copy);
  for (const extra of copy.querySelectorAll('.cursor, [aria-label="tip"]')) extra.remove();
  await Promise.all([...copy.querySelectorAll('image')].map(inlinePicture));
  const [width, height] = [Number(copy.getAttribute('width')), Number(copy.getAttribute('height'))];
  const style = getComputedStyle(drawn);
  const line = (y: number, size: number, text: string) => {
    const element = document.createElementNS(copy.namespaceURI, 'text') as SVGTextElement;
    const look = { x: 12, y, 'font-size': size, 'font-family': style.fontFamily, fill: style.color };
    for (const [key, value] of Object.entries(look)) element.setAttribute(key, String(value));
    element.textContent = text;
    return element;
  };
  const root = document.createElementNS(copy.namespaceURI, 'svg') as SVGSVGElement;
  const full = { width: width + 24, height: height + 64, viewBox: `0 0 ${width + 24} ${height + 64}` };
  for (const [key, value] of Object.entries(full)) root.setAttribute(key, String(value));
  const paper = document.createElementNS(copy.namespaceURI, 'rect');
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  for (const [key, value] of Object.entries({ width: '100%', height: '100%', fill: colour }))
    paper.setAttribute(key, value);
  for (const [key, value] of Object.entries({ x: 12, y: 34 })) copy.setAttribute(key, String(value));
  for (const name of ['tabindex', 'role', 'class', 'style']) copy.removeAttribute(name);
  root.append(paper, line(22, 14, title), copy, line(height + 54, 10, note));
  return new XMLSerializer().serializeToString(root);
}

/** SVG text as a PNG, twice its size in pixels. */
export async function writePng(svgText: string): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * PNG_SCALE;
  canvas.height = picture.naturalHeight * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG; try SVG'))),
      'image/png',
    ),
  );
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

function inlineStyles(from: Element, to: Element) {
  const style = getComputedStyle(from);
  for (const name of STYLED) to.setAttribute(name, style.getPropertyValue(name));
  const children = [...from.children];
  children.forEach((child, i) => {
    inlineStyles(child, to.children[i]!);
  });
}

/** Puts a picture's pixels into the file, at the size at which it is shown (twice, for print). */
async function inlinePicture(element: SVGImageElement) {
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
