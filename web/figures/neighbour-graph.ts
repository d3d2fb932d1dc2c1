// Stimuli in the plane, each joined by lines to those that it lies nearest to. Loads with Observable Plot.

import type { Markish } from '@observablehq/plot';
import type { NeighbourGraph, Scatter } from '../lab/types';
import { t } from '../words/words';
import { type MapOptions, map } from './map';
import { formatValue } from './numbers';
import { svg } from './svg';

/** Widths of lines in pixels, from the nearest quarter of the distances to the farthest. */
const WIDTHS = [2.2, 1.5, 1, 0.6] as const;
/** Neighbours that a reading names. */
const MOST_READ = 8;

/** Draws points and lines; nearer ones are thicker. A point says what it is joined to. */
export function neighbourGraph(data: NeighbourGraph, options: MapOptions): Element {
  const near = neighboursOf(data);
  return map(asScatter(data), {
    ...options,
    under: [lines(data)],
    read: (point) => readNeighbours(data, near, point),
  });
}

/** The other end of each line of a stimulus with its distance, nearest first. */
export function neighboursOf({ labels, edges, weights }: NeighbourGraph): [number, number][][] {
  const near: [number, number][][] = labels.map(() => []);
  edges.forEach(([a, b], i) => {
    near[a]!.push([b, weights[i]!]);
    near[b]!.push([a, weights[i]!]);
  });
  for (const one of near) one.sort((p, q) => p[1] - q[1]);
  return near;
}

/** What a point says. */
export function readNeighbours(
  { labels, groups }: NeighbourGraph,
  near: readonly [number, number][][],
  point: number,
): string {
  const own = near[point] ?? [];
  const named = own.slice(0, MOST_READ).map(([other, weight]) => `${labels[other]} ${formatValue(weight)}`);
  const rest = own.length > MOST_READ ? ' …' : '';
  const group = groups ? `, ${groups[point]}` : '';
  return t`${labels[point]! + group}: joined to ${named.join(', ') + rest}`;
}

const asScatter = ({ caption, labels, x, y, groups }: NeighbourGraph): Scatter => ({
  caption,
  labels,
  x,
  y,
  x_name: 'first dimension',
  y_name: 'second dimension',
  ...(groups && { groups }),
});

/** All lines of a width as one path. */
function lines({ x, y, edges, weights }: NeighbourGraph): Markish {
  const sorted = [...weights].sort((a, b) => a - b);
  const limits = WIDTHS.map((_, i) => sorted[Math.floor((i * sorted.length) / WIDTHS.length)] ?? 0);
  // Of equal limits the first counts, so that what is nearest is thickest.
  const classOf = (weight: number) =>
    limits.indexOf(limits.findLast((limit) => weight >= limit) ?? limits[0]!);
  return (_, scales) => {
    const [left, top] = [asScale(scales.x), asScale(scales.y)];
    const parts: string[][] = WIDTHS.map(() => []);
    edges.forEach(([a, b], i) => {
      const from = `${round(left(x[a]!))} ${round(top(y[a]!))}`;
      parts[classOf(weights[i]!)]!.push(`M${from}L${round(left(x[b]!))} ${round(top(y[b]!))}`);
    });
    const paths = parts.map((part, i) =>
      svg('path', {
        d: part.join(''),
        fill: 'none',
        stroke: 'var(--line-strong)',
        'stroke-width': WIDTHS[i],
      }),
    );
    return svg('g', { class: 'edges' }, ...paths);
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
const asScale = (scale: unknown) => scale as (value: number) => number;
