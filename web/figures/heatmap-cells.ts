import type { Heatmap } from '../lab/types';
import { localised } from '../words/numbers';
import type { Layout } from './heatmap-axes';
import { colourAt, css, type Rgb, shareOf, textOn } from './palette';
import { picture } from './picture';
import { svg } from './svg';
import type { Turn } from './turns';

/** Cells at least this wide (px) get a hairline between them and their value inside. */
const WIDE_CELL = 25;
/** Up to this many cells an exported SVG holds rectangles; above, a picture of the grid. */
export const MOST_RECTANGLES = 900;
/** Colours of the table from which pixels are painted, and pixels that are painted at once. */
const [STEPS, AT_ONCE] = [1024, 1 << 14];

/** The grid: painted at one pixel a cell and scaled, so that thousands of rows stay quick. */
export function drawCells(data: Heatmap, ramp: readonly Rgb[], { left, top, cell }: Layout): SVGGElement {
  const n = data.labels.length;
  const group = svg('g', { class: 'cells', transform: `translate(${left} ${top})` });
  const colour = (i: number) => colourAt(ramp, shareOf(data.values[i]!, data.domain));
  if (n * n > MOST_RECTANGLES) {
    group.append(cellPicture([n, n], data.values, data.domain, ramp, { width: n * cell, height: n * cell }));
    return group;
  }
  const isWide = data.entries !== 'stimuli' && cell >= WIDE_CELL;
  const inset = isWide ? 0.5 : -0.15; // Overlap hides the seams that antialiasing leaves.
  data.values.forEach((value, i) => {
    if (!Number.isFinite(value)) return;
    const [x, y] = [(i % n) * cell, Math.floor(i / n) * cell];
    const size = cell - 2 * inset;
    group.append(
      svg('rect', { x: x + inset, y: y + inset, width: size, height: size, fill: css(colour(i)) }),
    );
    if (!isWide) return;
    const text = localised(
      value
        .toFixed(2)
        .replace(/^(-?)0\./, '$1.')
        .replace('-', '−'),
    );
    const look = {
      class: 'value',
      'text-anchor': 'middle',
      'dominant-baseline': 'central',
      'font-size': Math.min(12, cell * 0.36),
    };
    group.append(svg('text', { ...look, x: x + cell / 2, y: y + cell / 2, fill: textOn(colour(i)) }, text));
  });
  return group;
}

/** Cells as one picture, a pixel a cell, of the size in which it is shown. Values that are not finite stay clear. */
export function cellPicture(
  [rows, columns]: readonly [number, number],
  values: ArrayLike<number>,
  domain: readonly [number, number],
  ramp: readonly Rgb[],
  shown: { width: number; height: number; x?: number; y?: number; class?: string },
): SVGImageElement {
  // Cells smaller than a pixel are averaged, and larger ones keep their edges.
  const name = shown.width >= columns ? 'pixels' : 'fine';
  return picture({ width: columns, height: rows }, { class: name, ...shown }, (context, turn) =>
    paintRows(context, [rows, columns], values, domain, colourTable(ramp), turn),
  );
}

/** Evenly spaced colours of a scale, each as the four bytes of a pixel. */
export function colourTable(ramp: readonly Rgb[]): Uint32Array {
  const bytes = new Uint8ClampedArray(4 * STEPS);
  for (let i = 0; i < STEPS; i++) bytes.set([...colourAt(ramp, i / (STEPS - 1)), 255], 4 * i);
  return new Uint32Array(bytes.buffer);
}

async function paintRows(
  context: CanvasRenderingContext2D,
  [rows, columns]: readonly [number, number],
  values: ArrayLike<number>,
  [low, high]: readonly [number, number],
  table: Uint32Array,
  turn: Turn,
) {
  const step = Math.max(1, Math.floor(AT_ONCE / columns));
  const scale = high === low ? 0 : (STEPS - 1) / (high - low);
  for (let row = 0; row < rows; row += step) {
    if (turn.isOver()) await turn.next();
    const size = Math.min(step, rows - row);
    const band = context.createImageData(columns, size);
    const pixels = new Uint32Array(band.data.buffer);
    for (let i = 0; i < pixels.length; i++) {
      const value = values[row * columns + i]!;
      if (!Number.isFinite(value)) continue;
      const place = Math.min(Math.max(Math.round((value - low) * scale), 0), STEPS - 1);
      pixels[i] = table[place]!;
    }
    context.putImageData(band, 0, row);
  }
}

/** A picture of one pixel a value, as a data address: for scales, which are small and wanted at once. */
export function paint(
  width: number,
  height: number,
  values: ArrayLike<number>,
  colour: (i: number) => Rgb,
): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return '';
  const pixels = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    if (!Number.isFinite(values[i])) continue;
    pixels.data.set([...colour(i), 255], 4 * i);
  }
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL('image/png');
}
