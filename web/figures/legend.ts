import { fromEngine } from '../words/engine';
import { paint } from './heatmap-cells';
import { nameInWords } from './labels';
import { formatValue } from './numbers';
import { colourAt, type Rgb } from './palette';
import { svg } from './svg';

export interface LegendOptions {
  x: number;
  y: number;
  /** Space there is, in pixels. */
  width: number;
  ramp: readonly Rgb[];
  domain: readonly [number, number];
  unit: string;
}

const STEPS = 64;

/** The colour scale as a bar with its ends and unit. */
export function legend({ x, y, width, ramp, domain, unit }: LegendOptions): SVGGElement {
  const barWidth = Math.min(150, width * 0.4);
  const shares = Array.from({ length: STEPS }, (_, i) => i / (STEPS - 1));
  const href = paint(STEPS, 1, shares, (i) => colourAt(ramp, shares[i]!));
  const low = formatValue(domain[0]);
  const high = formatValue(domain[1]);
  const start = low.length * 6 + 6;
  const words = fromEngine(nameInWords(unit));
  // Where ends and unit do not fit beside each other, the unit stands below.
  const isNarrow = start + barWidth + 6 + (high.length + words.length) * 6 + 8 > width;
  const place = isNarrow ? { x: 0, y: 20 } : { x: width, 'text-anchor': 'end' };
  // A drawing of Plot's centres its words.
  const text = {
    class: 'label',
    'font-size': 11,
    'dominant-baseline': 'central',
    'text-anchor': 'start',
    y: 5,
  };
  return svg(
    'g',
    { class: 'legend', transform: `translate(${x} ${y})` },
    svg('text', { ...text, x: 0 }, low),
    svg('image', { href, x: start, y: 0, width: barWidth, height: 9, preserveAspectRatio: 'none' }),
    svg('rect', { class: 'frame', x: start, y: 0, width: barWidth, height: 9 }),
    svg('text', { ...text, x: start + barWidth + 6 }, high),
    svg('text', { ...text, ...place }, words),
  );
}
