// Several lines over one axis, each with its band. Loads with Observable Plot.

import { areaY, axisX, axisY, dot, gridY, lineY, plot, pointerX, ruleX, tip } from '@observablehq/plot';
import type { Line, Lines } from '../lab/types';
import { fromEngine } from '../words/engine';
import { grouped } from '../words/numbers';
import { formatTick, formatValue } from './numbers';
import { settlePlot } from './plot-frame';
import { legendPlaces, plotStroke, ROW, strokeLegend } from './strokes';

export interface LinesOptions {
  width: number;
  height: number;
}

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
                fill: plotStroke(i).stroke,
                fillOpacity: 0.13,
              }),
            ]
          : [],
      ),
      ...series.flatMap((points, i) => lineMarks(points, plotStroke(i))),
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
  drawn.append(strokeLegend(names, places));
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

/** A line through the places at which it has values; where it lacks some, a dot stands at each that it has. */
function lineMarks(points: readonly Point[], look: ReturnType<typeof plotStroke>) {
  const measured = points.filter(({ y }) => y !== null);
  const at = { x: 'x', y: 'y' } as const;
  const line = lineY(measured, { ...at, ...look, strokeWidth: 1.5 });
  return measured.length === points.length
    ? [line]
    : [line, dot(measured, { ...at, r: 2.4, fill: look.stroke })];
}

const pointsOf = ({ values, band }: Line, x: readonly number[]): Point[] =>
  x.map((at, i) => {
    const [low, high] = band[i] ?? [Number.NaN, Number.NaN];
    return { x: at, y: values[i] ?? null, low, high };
  });

const highest = (series: readonly Point[][], place: number) =>
  Math.max(...series.map((points) => points[place]?.y ?? Number.NEGATIVE_INFINITY));
