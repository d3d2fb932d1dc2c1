import type { Heatmap } from '../lab/types';
import { localised } from '../words/numbers';
import type { Layout } from './heatmap-axes';
import { colourAt, css, type Rgb, shareOf, textOn } from './palette';
import { svg } from './svg';

/** Cells at least this wide (px) get a hairline between them and their value inside. */
const WIDE_CELL = 25;
/** Up to this many cells an exported SVG holds rectangles; above, a picture of the grid. */
const MOST_RECTANGLES = 900;

/** The grid: painted on a canvas of one pixel a cell and scaled without smoothing, so that a thousand rows stay quick. */
export function drawCells(data: Heatmap, ramp: readonly Rgb[], { left, top, cell }: Layout): SVGGElement {
  const n = data.labels.length;
  const group = svg('g', { class: 'cells', transform: `translate(${left} ${top})` });
  const colour = (i: number) => colourAt(ramp, shareOf(data.values[i]!, data.domain));
  if (n * n > MOST_RECTANGLES) {
    const href = paint(n, n, data.values, colour);
    group.append(
      svg('image', { href, width: n * cell, height: n * cell, preserveAspectRatio: 'none', class: 'pixels' }),
    );
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

/** A picture with one pixel a value, as a data address. Values that are not finite stay clear. */
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
