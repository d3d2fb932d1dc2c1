// A value at each electrode on the head seen from above, nose up, with colours between that are interpolated.

import type { Caption } from '../lab/types';
import { t } from '../words/words';
import { electrodeOf, N_PLACES, type Place } from './electrodes';
import { cellPicture } from './heatmap-cells';
import { legend } from './legend';
import { formatValue } from './numbers';
import type { RampName, Rgb } from './palette';
import { followPoints } from './point-cursor';
import { placesOf } from './point-places';
import { sphericalSpline } from './spherical-spline';
import { svg } from './svg';
import { valueScale } from './value-scale';

export interface ScalpData {
  caption: Caption;
  /** Names of electrodes, and of what is none. */
  labels: readonly string[];
  values: ArrayLike<number>;
  /** What the values are. */
  name: string;
}

export interface ScalpOptions {
  width: number;
  /** Colours in place of those of the page. */
  readRamp?: ((name: RampName) => readonly Rgb[]) | undefined;
  onRead?: ((words: string | undefined) => void) | undefined;
}

interface Electrode {
  name: string;
  place: Place;
  value: number;
}

/** Fewest electrodes between which something is interpolated, and the share of all names that they must be. */
const [FEWEST, SHARE] = [4, 0.5];
/** Room for nose and ears, and for the scale beneath, in pixels; the widest head; cells of the picture along a side. */
const [EDGE, BENEATH, WIDEST, CELLS] = [18, 34, 520, 360];
/** How far colours go beyond the outermost electrode, as a part of the head's radius. */
const BEYOND = 0.1;

/** The values that lie at electrodes, each electrode once. */
export function electrodesIn(labels: readonly string[], values: ArrayLike<number>): Electrode[] {
  const found = new Map<string, Electrode>();
  labels.forEach((label, i) => {
    const electrode = electrodeOf(label);
    if (electrode && Number.isFinite(values[i]) && !found.has(electrode.name))
      found.set(electrode.name, { ...electrode, value: values[i]! });
  });
  return [...found.values()];
}

/** Whether names and values are those of electrodes, as far as a map needs. */
export function areElectrodes(labels: readonly string[], values: ArrayLike<number>): boolean {
  // Of a hundred thousand points no more can be electrodes than there are places, and the page is not held up by asking.
  if (SHARE * labels.length > N_PLACES) return false;
  const n = electrodesIn(labels, values).length;
  return n >= FEWEST && n >= SHARE * labels.length;
}

/** Draws the map. The element takes focus; arrow keys go from electrode to electrode. */
export function scalpMap(data: ScalpData, { width, readRamp, onRead }: ScalpOptions): SVGSVGElement {
  const electrodes = electrodesIn(data.labels, data.values);
  const side = Math.min(width, WIDEST);
  const radius = side / 2 - EDGE;
  const middle = { x: width / 2, y: side / 2 };
  const toPage = ([x, y]: readonly [number, number]) =>
    [middle.x + radius * x, middle.y - radius * y] as const;
  const { domain, ramp } = valueScale(
    electrodes.map(({ value }) => value),
    readRamp,
  );
  const drawn = svg('svg', {
    class: 'scalp',
    width,
    height: side + BENEATH,
    viewBox: `0 0 ${width} ${side + BENEATH}`,
    'aria-label': altOf(data, electrodes),
  });
  drawn.append(
    cellPicture([CELLS, CELLS], surface(electrodes), domain, ramp, {
      x: middle.x - radius,
      y: middle.y - radius,
      width: 2 * radius,
      height: 2 * radius,
      class: 'fine',
    }),
    head(middle, radius),
    ...electrodes.map((electrode) => mark(electrode.name, toPage(flat(electrode.place)), electrodes.length)),
    legend({ x: 0, y: side + 10, width, ramp, domain, unit: data.name }),
  );
  const places = electrodes.map(({ place }) => toPage(flat(place)));
  const same = (value: number) => value;
  followPoints(drawn, placesOf({ x: places.map(([x]) => x), y: places.map(([, y]) => y) }, same, same), {
    say: (i) => [electrodes[i]!.name, formatValue(electrodes[i]!.value)],
    onMove: (i) =>
      onRead?.(i === undefined ? undefined : `${electrodes[i]!.name}: ${formatValue(electrodes[i]!.value)}`),
  });
  return drawn;
}

/** From above: the angle from Cz becomes the way from the middle, so that nasion, ears and inion lie on the circle of radius 1. */
function flat([x, y, z]: Place): readonly [number, number] {
  const way = Math.acos(Math.max(-1, Math.min(1, z))) / (Math.PI / 2);
  const length = Math.hypot(x, y);
  return length === 0 ? [0, 0] : [(way * x) / length, (way * y) / length];
}

/** Interpolated values row by row from the front; none beyond the outermost electrode and a little more. */
function surface(electrodes: readonly Electrode[]): Float64Array {
  const rim = Math.min(1, BEYOND + Math.max(...electrodes.map(({ place }) => Math.hypot(...flat(place)))));
  const at = sphericalSpline(
    electrodes.map(({ place }) => place),
    electrodes.map(({ value }) => value),
  );
  return Float64Array.from({ length: CELLS * CELLS }, (_, i) => {
    const x = (2 * ((i % CELLS) + 0.5)) / CELLS - 1;
    const y = 1 - (2 * (Math.floor(i / CELLS) + 0.5)) / CELLS;
    const way = Math.hypot(x, y);
    if (way > rim) return Number.NaN;
    const angle = (way * Math.PI) / 2;
    const share = way === 0 ? 0 : Math.sin(angle) / way;
    return at([share * x, share * y, Math.cos(angle)]);
  });
}

/** The outline: the circle through nasion, ears and inion, with a nose and two ears. */
function head({ x, y }: { x: number; y: number }, radius: number): SVGGElement {
  const look = { fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.4 };
  const [nose, ear] = [radius * 0.09, radius * 0.16];
  const earPath = (sign: number) => {
    const [edge, out] = [x + sign * radius, x + sign * (radius + EDGE * 0.6)];
    return `M${edge} ${y - ear} C${out} ${y - ear * 1.2} ${out} ${y + ear * 1.2} ${edge} ${y + ear}`;
  };
  const top = y - radius;
  return svg(
    'g',
    { class: 'head' },
    svg('circle', { ...look, cx: x, cy: y, r: radius }),
    svg('path', { ...look, d: `M${x - nose} ${top + 1} L${x} ${top - EDGE * 0.8} L${x + nose} ${top + 1}` }),
    svg('path', { ...look, d: earPath(-1) }),
    svg('path', { ...look, d: earPath(1) }),
  );
}

/** A dot where it was measured, and its name above, smaller where there are many. */
function mark(name: string, [x, y]: readonly [number, number], n: number): SVGGElement {
  const words = {
    'text-anchor': 'middle',
    'font-size': n > 40 ? 8 : 10,
    stroke: 'var(--paper)',
    'stroke-width': 2.5,
  };
  return svg(
    'g',
    {},
    svg('circle', {
      cx: x,
      cy: y,
      r: n > 40 ? 1.8 : 2.4,
      fill: 'var(--ink)',
      stroke: 'var(--paper)',
      'stroke-width': 0.7,
    }),
    svg('text', { ...words, class: 'label', 'paint-order': 'stroke', x, y: y - 4.5 }, name),
  );
}

function altOf({ name }: ScalpData, electrodes: readonly Electrode[]): string {
  const sorted = [...electrodes].sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  return t`Head from above, nose up, with ${name} at ${electrodes.length} electrodes: least at ${low.name} (${formatValue(low.value)}), most at ${high.name} (${formatValue(high.value)}).`;
}
