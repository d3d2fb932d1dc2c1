// Several lines over one axis, each with its band. Loads with Observable Plot.

import { areaY, axisX, axisY, gridY, lineY, plot, pointerX, ruleX, tip } from '@observablehq/plot';
import type { Line, Lines } from '../lab/types';
import { fromEngine } from '../words/engine';
import { grouped } from '../words/numbers';
import { formatTick, formatValue } from './numbers';
import { settlePlot } from './plot-frame';
import { svg } from './svg';

export interface LinesOptions {
  width: number;
  height: number;
}

/** How lines are told apart: by colour, and without colour by dashes. */
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

/** Height of a legend's row, length of its stroke and width of an average character, in pixels. */
const [ROW, STROKE, CHARACTER] = [17, 26, 6.4];

interface Point {
  x: number;
  y: number | null;
  low: number;
  high: number;
}

/** Draws the lines; the legend stands above them in as many rows as the width asks for. */
export function lines(data: Lines, { width, height }: LinesOptions): Element {
  const names = data.lines.map((line) => fromEngine(line.name));
  const { places, n_rows } = legendPlaces(names, width);
  const top = (n_rows + 1) * ROW + 22;
  const at = { x: 'x', y: 'y' } as const;
  const series = data.lines.map((line) => pointsOf(line, data.x));
  const drawn = plot({
    width,
    height: height + (n_rows + 1) * ROW,
    marginLeft: 50,
    marginTop: top,
    marginRight: 18,
    marginBottom: 38,
    className: 'plot',
    ariaLabel: fromEngine(data.caption.alt),
    y: { nice: true },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      axisX({
        ticks: Math.max(3, Math.min(8, Math.floor(width / 90))),
        tickSize: 3,
        fontSize: 11,
        label: fromEngine(data.x_name),
        labelAnchor: 'right',
        labelArrow: 'none',
        tickFormat: grouped,
      }),
      axisY({
        ticks: 5,
        tickSize: 0,
        fontSize: 11,
        label: fromEngine(data.y_name),
        labelArrow: 'none',
        tickFormat: formatTick,
      }),
      ...data.lines.flatMap((line, i) =>
        line.band.length > 0
          ? [
              areaY(series[i]!, {
                x: 'x',
                y1: 'low',
                y2: 'high',
                fill: strokeOf(i).stroke,
                fillOpacity: 0.13,
              }),
            ]
          : [],
      ),
      ...series.map((points, i) => lineY(points, { ...at, ...plotStroke(i), strokeWidth: 1.5 })),
      ruleX(data.x, pointerX({ x: (x: number) => x, stroke: 'var(--line-strong)' })),
      tip(
        data.x.map((x, place) => ({ x, y: highest(series, place), place })),
        pointerX({
          ...at,
          title: ({ place }) => readPlace(data, names, place),
          fill: 'var(--paper)',
          stroke: 'var(--line-strong)',
          fontSize: 12,
        }),
      ),
    ],
  });
  drawn.append(legend(names, places));
  return settlePlot(drawn);
}

/** What is to be read at a place: each line's value there. */
export function readPlace(data: Lines, names: readonly string[], place: number): string {
  const rows = data.lines.flatMap(({ values }, i) => {
    const value = values[place];
    return value === null || value === undefined ? [] : [`${names[i]} ${formatValue(value)}`];
  });
  return [`${fromEngine(data.x_name)} ${grouped(data.x[place] ?? 0)}`, ...rows].join('\n');
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

const strokeOf = (i: number) => STROKES[i % STROKES.length]!;

function plotStroke(i: number) {
  const { stroke, dashes } = strokeOf(i);
  return dashes ? { stroke, strokeDasharray: dashes } : { stroke };
}

const pointsOf = ({ values, band }: Line, x: readonly number[]): Point[] =>
  x.map((at, i) => {
    const [low, high] = band[i] ?? [Number.NaN, Number.NaN];
    return { x: at, y: values[i] ?? null, low, high };
  });

const highest = (series: readonly Point[][], place: number) =>
  Math.max(...series.map((points) => points[place]?.y ?? Number.NEGATIVE_INFINITY));

function legend(names: readonly string[], places: readonly [number, number][]): SVGGElement {
  const rows = names.map((name, i) => {
    const [x, row] = places[i]!;
    const { stroke, dashes } = strokeOf(i);
    // The first row is the axis's name.
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
