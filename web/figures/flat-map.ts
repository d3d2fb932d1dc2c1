// Places in the plane, each in the colour of its value: a flat map. Loads with Observable Plot.

import { axisX, axisY, dot, gridX, gridY, plot } from '@observablehq/plot';
import type { Scatter } from '../lab/types';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';
import { legend } from './legend';
import { formatTick, formatValue } from './numbers';
import { colourAt, css, type RampName, type Rgb, shareOf } from './palette';
import { settlePlot } from './plot-frame';
import { followPoints } from './point-cursor';
import { placesOf } from './point-places';
import { valueScale } from './value-scale';

/** A value at each place of a scatter. */
export interface Valued {
  name: string;
  values: readonly number[];
}

/** A scatter whose table and files have the values, too. */
export type ValuedScatter = Scatter & { valued?: Valued | undefined };

export interface FlatOptions {
  width: number;
  /** The tallest that it may be. */
  most: number;
  onRead?: ((words: string | undefined) => void) | undefined;
  readRamp?: ((name: RampName) => readonly Rgb[]) | undefined;
}

/** Room beside the places, and for the scale beneath, in pixels; the flattest and the tallest shape. */
const [LEFT, RIGHT, TOP, BOTTOM, SCALE] = [48, 16, 20, 40, 26];
const [FLATTEST, TALLEST] = [0.35, 1.4];
/** Areas of a dot in square pixels: of a few, of some hundred, and of very many. */
const [LARGE, MIDDLE, SMALL] = [120, 60, 14];

/** Draws the map, one unit as long across as up where that fits. Takes focus; arrow keys go from place to place. */
export function flatMap(data: Scatter, { name, values }: Valued, options: FlatOptions): Element {
  const { width, most } = options;
  const known = values.filter(Number.isFinite);
  const { domain, ramp } = valueScale(known.length > 0 ? known : [0], options.readRamp);
  const across = width - LEFT - RIGHT;
  const shape = Math.min(TALLEST, Math.max(FLATTEST, span(data.y) / (span(data.x) || 1)));
  const height = Math.min(most, TOP + BOTTOM + across * shape);
  const points = values.map((value, i) => ({
    x: data.x[i]!,
    y: data.y[i]!,
    fill: Number.isFinite(value) ? css(colourAt(ramp, shareOf(value, domain))) : 'none',
  }));
  const ticks = { ticks: 5, tickFormat: formatTick, tickSize: 0, fontSize: 11 };
  const drawn = plot({
    width,
    height: height + SCALE,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM + SCALE,
    className: 'plot',
    ariaLabel: altOf(data, name, values),
    x: { inset: 8 },
    y: { inset: 8 },
    marks: [
      gridX({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      axisX({
        ...ticks,
        label: fromEngine(data.x_name),
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 37,
      }),
      axisY({ ...ticks, label: fromEngine(data.y_name), labelArrow: 'none' }),
      dot(points, {
        x: 'x',
        y: 'y',
        r: Math.sqrt((points.length > 2000 ? SMALL : points.length > 200 ? MIDDLE : LARGE) / Math.PI),
        fill: 'fill',
        stroke: 'var(--ink)',
        strokeWidth: 0.4,
      }),
    ],
  });
  drawn.append(legend({ x: LEFT, y: height + 8, width: across, ramp, domain, unit: name }));
  settlePlot(drawn);
  const [x, y] = [drawn.scale('x'), drawn.scale('y')];
  if (drawn instanceof SVGSVGElement && x && y)
    followPoints(drawn, placesOf(data, x.apply, y.apply), {
      say: (i) => [data.labels[i]!, formatValue(values[i]!)],
      onMove: (i) =>
        options.onRead?.(i === undefined ? undefined : `${data.labels[i]}: ${formatValue(values[i]!)}`),
    });
  return drawn;
}

/** From the least to the largest finite number. */
function span(numbers: ArrayLike<number>): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i])) continue;
    low = Math.min(low, numbers[i]!);
    high = Math.max(high, numbers[i]!);
  }
  return Math.max(0, high - low);
}

function altOf({ labels }: Scatter, name: string, values: readonly number[]): string {
  const order = values.map((_, i) => i).filter((i) => Number.isFinite(values[i]));
  order.sort((a, b) => values[a]! - values[b]!);
  const [low, high] = [order[0], order.at(-1)];
  if (low === undefined || high === undefined) return t`Flat map of ${name}, which has no number anywhere.`;
  return t`Flat map of ${name} at ${order.length} places: least at ${labels[low]!} (${formatValue(values[low]!)}), most at ${labels[high]!} (${formatValue(values[high]!)}).`;
}
