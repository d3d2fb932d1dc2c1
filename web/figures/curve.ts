// One value a site, in forward order. Loads with Observable Plot.

import { axisX, axisY, dot, gridY, lineY, plot, pointerX, tip } from '@observablehq/plot';
import type { Curve } from '../lab/types';
import { fromEngine } from '../words/engine';
import { shortSite } from './labels';
import { formatTick, formatValue } from './numbers';
import { settlePlot } from './plot-frame';

export interface CurveOptions {
  width: number;
  height: number;
  /** Site in focus elsewhere. */
  selected?: string | undefined;
  onSelect?: ((site: string) => void) | undefined;
}

/** More names than this along the axis would overlap; every k-th is written. */
const MOST_NAMES = 30;

export function curve(data: Curve, { width, height, selected, onSelect }: CurveOptions): Element {
  const points = data.labels.map((label, place) => ({ label, place, value: data.values[place]! }));
  const step = Math.ceil(points.length / MOST_NAMES);
  const longest = Math.max(...points.map((point) => shortSite(point.label).length), 1);
  const at = { x: 'place', y: 'value' } as const;
  const drawn = plot({
    width,
    height,
    marginLeft: 48,
    marginTop: 26,
    marginRight: 16,
    marginBottom: Math.min(110, longest * 5 + 18) + (data.x_name ? 16 : 0),
    className: 'plot',
    ariaLabel: fromEngine(data.caption.alt),
    x: { domain: [-0.3, points.length - 0.7] },
    y: { nice: true, zero: true },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      axisX({
        ticks: points.filter((point) => point.place % step === 0).map((point) => point.place),
        tickFormat: (place: number) => shortSite(data.labels[place] ?? ''),
        tickRotate: -60,
        tickSize: 3,
        fontSize: 11,
        label: data.x_name ?? null,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
      axisY({
        ticks: 5,
        tickSize: 0,
        fontSize: 11,
        label: fromEngine(data.y_name),
        labelArrow: 'none',
        tickFormat: formatTick,
      }),
      lineY(points, { ...at, stroke: 'var(--ink)', strokeWidth: 1.4 }),
      dot(points, { ...at, r: 3, fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 1.4 }),
      dot(
        points.filter((point) => point.label === selected),
        { ...at, r: 4.2, fill: 'var(--accent)' },
      ),
      tip(
        points,
        pointerX({
          ...at,
          title: (point) => `${point.label}\n${formatValue(point.value)}`,
          fill: 'var(--paper)',
          stroke: 'var(--line-strong)',
          fontSize: 12,
        }),
      ),
    ],
  });
  if (onSelect) {
    drawn.addEventListener('click', () => {
      const under = (drawn as { value?: { label: string } }).value;
      if (under) onSelect(under.label);
    });
  }
  return settlePlot(drawn);
}
