// How lines are told apart, by colour and without colour by dashes, and the legend that says so.

import { svg } from './svg';

const STROKES = [
  { stroke: 'var(--ink)', dashes: undefined },
  { stroke: 'var(--accent)', dashes: '7 2.5' },
  { stroke: 'var(--good)', dashes: '2 2.5' },
  { stroke: 'var(--ink-faint)', dashes: '9 2.5 2 2.5' },
  { stroke: 'var(--group-1)', dashes: '14 3' },
  { stroke: 'var(--group-2)', dashes: '4 1.5' },
  { stroke: 'var(--group-5)', dashes: '1.5 4' },
  { stroke: 'var(--group-4)', dashes: '12 2.5 2 2.5 2 2.5' },
] as const;

/** Height of a legend's row; length of its stroke and width of an average character, in pixels. */
export const ROW = 17;
const [STROKE, CHARACTER] = [26, 6.4];

const strokeOf = (i: number) => STROKES[i % STROKES.length]!;

/** The stroke of line `i` as Plot takes it. */
export function plotStroke(i: number): { stroke: string; strokeDasharray?: string } {
  const { stroke, dashes } = strokeOf(i);
  return dashes ? { stroke, strokeDasharray: dashes } : { stroke };
}

/** Where each name of the legend stands, `[x, row]`, left to right and on to the next row. */
export function legendPlaces(names: readonly string[], width: number) {
  const places: [number, number][] = [];
  let [x, row] = [10, 0];
  for (const name of names) {
    const wide = STROKE + 24 + name.length * CHARACTER;
    if (x > 10 && x + wide > width) [x, row] = [10, row + 1];
    places.push([x, row]);
    x += wide;
  }
  return { places, n_rows: row + 1 };
}

/** The legend, below the first row of a drawing, which is the value axis's name. */
export function strokeLegend(names: readonly string[], places: readonly [number, number][]): SVGGElement {
  const rows = names.map((name, i) => {
    const [x, row] = places[i]!;
    const { stroke, dashes } = strokeOf(i);
    const y = 10 + (row + 1) * ROW;
    return svg(
      'g',
      {},
      svg('line', {
        x1: x,
        x2: x + STROKE,
        y1: y,
        y2: y,
        stroke,
        'stroke-width': 1.8,
        'stroke-dasharray': dashes,
      }),
      svg(
        'text',
        { x: x + STROKE + 6, y: y + 4, 'font-size': 11, 'text-anchor': 'start', fill: 'var(--ink-soft)' },
        name,
      ),
    );
  });
  return svg('g', { class: 'run-legend' }, ...rows);
}
