// Paths in a plane, over a field of arrows. Loads with Observable Plot.

import { arrow, axisX, axisY, dot, line, plot, ruleX, ruleY } from '@observablehq/plot';
import type { Plane } from '../lab/types';
import { fromEngine } from '../words/engine';
import { formatTick } from './numbers';
import { settlePlot } from './plot-frame';
import { legendPlaces, plotStroke, ROW, strokeLegend } from './strokes';

export interface PlaneOptions {
  width: number;
}

/** Largest side of the square that is drawn, in pixels. */
const MOST = 460;
/** The share of the reach that is left free around what is drawn. */
const ROOM = 0.08;

/** Draws a square, paths in the strokes of their groups; around the origin where arrows fill the plane, and else just around the paths; where a path ends, a dot stands. */
export function plane(data: Plane, { width }: PlaneOptions): Element {
  const side = Math.min(width, MOST);
  const groups = [...new Set(data.paths.map(({ group }) => group))];
  const names = groups.length > 1 ? groups.map((group) => fromEngine(group)) : [];
  const { places, n_rows } = legendPlaces(names, side);
  const legend = names.length > 0 ? (n_rows + 1) * ROW : 0;
  const points = data.paths.flatMap(({ x, y, group }, path) =>
    x.map((value, i) => ({ x: value, y: y[i]!, path, group })),
  );
  const ends = data.paths.flatMap(({ x, y, group }) =>
    x.length > 0 ? [{ x: x.at(-1)!, y: y.at(-1)!, group }] : [],
  );
  const at = { x: 'x', y: 'y' } as const;
  const axis = { ticks: 5, tickSize: 3, fontSize: 11, labelArrow: 'none', tickFormat: formatTick } as const;
  const reach = reachOf(data);
  const isField = data.arrows.length > 0;
  const domain = (numbers: readonly number[]) => (isField ? [-reach, reach] : spanOf(numbers));
  const drawn = plot({
    width: side,
    height: side + legend,
    marginLeft: 50,
    marginTop: 26 + legend,
    marginRight: 18,
    marginBottom: 42,
    className: 'plot',
    ariaLabel: fromEngine(data.caption.alt),
    x: { domain: domain(points.map(({ x }) => x)) },
    y: { domain: domain(points.map(({ y }) => y)) },
    marks: [
      isField ? ruleX([0], { stroke: 'var(--line)' }) : null,
      isField ? ruleY([0], { stroke: 'var(--line)' }) : null,
      axisX({ ...axis, label: fromEngine(data.x_name), labelAnchor: 'right' }),
      axisY({ ...axis, label: fromEngine(data.y_name) }),
      arrow(data.arrows, {
        x1: (way: number[]) => way[0]!,
        y1: (way: number[]) => way[1]!,
        x2: (way: number[]) => way[0]! + way[2]!,
        y2: (way: number[]) => way[1]! + way[3]!,
        stroke: 'var(--ink-faint)',
        strokeWidth: 1,
        headLength: 5,
      }),
      ...groups.flatMap((group, i) => {
        const isOwn = (one: { group: string }) => one.group === group;
        const look = groups.length > 1 ? plotStroke(i) : { stroke: 'var(--accent)' };
        return [
          line(points.filter(isOwn), { ...at, z: 'path', ...look, strokeWidth: 1.3 }),
          dot(ends.filter(isOwn), {
            ...at,
            r: 2.8,
            fill: look.stroke,
            stroke: 'var(--paper)',
            strokeWidth: 0.8,
          }),
        ];
      }),
    ],
  });
  if (names.length > 0) drawn.append(strokeLegend(names, places));
  return settlePlot(drawn);
}

/** How far from the origin anything lies, with some room. */
export function reachOf({ paths, arrows }: Plane): number {
  const numbers = [...paths.flatMap(({ x, y }) => [...x, ...y]), ...arrows.flatMap((way) => way.slice(0, 2))];
  const reach = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return (reach || 1) * (1 + ROOM);
}

/** From the least to the most, with some room. */
function spanOf(numbers: readonly number[]): [number, number] {
  const least = numbers.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const most = numbers.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (least > most) return [0, 1];
  const room = (most - least || 1) * ROOM;
  return [least - room, most + room];
}
