// Stimuli in the plane: thumbnails where there are pictures, words where there are some, colours and shapes where there are
// groups, and one painted picture where there are very many. Loads with Observable Plot.

import {
  axisX,
  axisY,
  dot,
  gridX,
  gridY,
  image,
  link,
  type Markish,
  type Plot,
  plot,
  text,
} from '@observablehq/plot';
import type { Scatter } from '../lab/types';
import { fromEngine } from '../words/engine';
import { type Group, groupLegend, groupsOf } from './groups';
import { shorten } from './labels';
import { formatTick, formatValue } from './numbers';
import { settlePlot } from './plot-frame';
import { MOST_DOTS, pointCloud } from './point-cloud';
import { followPoints } from './point-cursor';
import { placesOf } from './point-places';

export interface MapOptions {
  width: number;
  height: number;
  thumbnails?: (string | undefined)[] | undefined;
  /** A short word for each point, shown beside it. */
  words?: string[] | undefined;
  /** Marks beneath the points. */
  under?: Markish[] | undefined;
  /** What a point says, in place of its label and where it lies. */
  read?: ((point: number) => string) | undefined;
  /** Point that is marked from the start. */
  cursor?: number | undefined;
  /** Hears of the point under pointer or cursor, in words; `undefined` when it leaves. */
  onRead?: ((at: PointReading | undefined) => void) | undefined;
}

export interface PointReading {
  point: number;
  words: string;
}

/** Longest label beside a marked point, in characters. */
const LONGEST = 42;

/** Thumbnail side, in pixels, as a share of the width within bounds. */
const thumbnailSide = (width: number) => Math.min(38, Math.max(22, width / 16));

/** Draws the map. The element takes focus; arrow keys go from point to point. */
export function map(data: Scatter, options: MapOptions): Element {
  const { width, height, thumbnails, words } = options;
  const groups = data.groups && groupsOf(data.groups);
  // Painted points are read from their numbers; an object each would take a while.
  const isPainted = data.labels.length > MOST_DOTS && !thumbnails?.some(Boolean) && !(words && !groups);
  const points = (isPainted ? [] : data.labels).map((_, i) => ({
    x: data.x[i]!,
    y: data.y[i]!,
    src: thumbnails?.[i],
    word: words?.[i] ?? '',
    group: groups?.get(data.groups?.[i] ?? ''),
  }));
  const at = { x: 'x', y: 'y' } as const;
  const side = thumbnailSide(width);
  const hasImages = points.some((point) => point.src);
  const inset = hasImages ? side / 2 : 4;
  const legend = groups && groupLegend([...groups.values()], width - LEFT);
  const ticks = { ticks: 5, tickFormat: formatTick, tickSize: 0, fontSize: 11 };
  const drawn = plot({
    width,
    height: height + (legend?.height ?? 0),
    marginLeft: LEFT,
    marginBottom: BOTTOM + (legend?.height ?? 0),
    marginTop: 26,
    marginRight: hasImages ? side / 2 + 4 : words ? 60 : 16,
    className: 'plot',
    x: { nice: true, inset, domain: extent(data.x) },
    y: { nice: true, inset, domain: extent(data.y) },
    ariaLabel: fromEngine(data.caption.alt),
    marks: [
      gridX({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      axisX({
        ...ticks,
        label: fromEngine(data.x_name),
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: BOTTOM - 3,
      }),
      axisY({ ...ticks, label: fromEngine(data.y_name), labelArrow: 'none' }),
      ...(options.under ?? []),
      ...(hasImages
        ? [
            image(points, {
              ...at,
              src: 'src',
              width: side,
              height: side,
              r: side / 2,
              preserveAspectRatio: 'xMidYMid slice',
            }),
          ]
        : words && !groups
          ? wordMarks(points)
          : isPainted
            ? [cloudMark(data, groups)]
            : dotMarks(points)),
    ],
  });
  if (legend) {
    legend.element.setAttribute('transform', `translate(${LEFT} ${height + 6})`);
    drawn.append(legend.element);
  }
  settlePlot(drawn);
  makeReadable(drawn, data, options);
  return drawn;
}

/** What a point says: its label, its group, and where it lies. */
export function readPoint(data: Scatter, point: number): string {
  const group = data.groups?.[point];
  const place = `${formatValue(data.x[point]!)}, ${formatValue(data.y[point]!)}`;
  return `${data.labels[point]}${group === undefined ? '' : `, ${group}`}: ${place}`;
}

function makeReadable(
  drawn: (SVGSVGElement | HTMLElement) & Plot,
  data: Scatter,
  { thumbnails, cursor, read, onRead }: MapOptions,
) {
  const [x, y] = [drawn.scale('x'), drawn.scale('y')];
  if (!(drawn instanceof SVGSVGElement) || !x || !y) return;
  followPoints(drawn, placesOf(data, x.apply, y.apply), {
    say: (point) =>
      [data.labels[point]!, data.groups?.[point]]
        .filter((line) => line !== undefined)
        .map((line) => shorten(line, LONGEST)),
    picture: thumbnails && ((point) => thumbnails[point]),
    start: cursor,
    onMove: (point) =>
      onRead?.(point === undefined ? undefined : { point, words: read?.(point) ?? readPoint(data, point) }),
  });
}

/** Room for the numbers of the vertical axis, and for numbers and name of the other, in pixels. */
const [LEFT, BOTTOM] = [48, 40];
/** Areas of a point in square pixels: of a few, of some hundred, and of very many. */
const [LARGE, MIDDLE, SMALL] = [64, 36, 10];

/** From the least to the largest finite number. */
function extent(values: ArrayLike<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low < high ? [low, high] : low === high ? [low - 1, high + 1] : [0, 1];
}

/** Very many points as one picture. */
const cloudMark =
  (data: Scatter, groups: Map<string, Group> | undefined): Markish =>
  (_, scales, __, { width, height }) =>
    pointCloud(
      { x: data.x, y: data.y, group: (i) => groups?.get(data.groups?.[i] ?? '') },
      { width, height, x: asScale(scales.x), y: asScale(scales.y), size: SMALL },
    );

/** Points by the colour and the shape of their group. */
function dotMarks(points: readonly MapPoint[]): Markish[] {
  const at = { x: 'x', y: 'y' } as const;
  const r = Math.sqrt((points.length > 300 ? MIDDLE : LARGE) / Math.PI);
  const members = new Map<Group | undefined, MapPoint[]>();
  for (const point of points) members.set(point.group, [...(members.get(point.group) ?? []), point]);
  return [...members].map(([group, own]) =>
    dot(own, {
      ...at,
      r,
      fill: group?.colour ?? 'var(--ink)',
      fillOpacity: 0.85,
      stroke: 'var(--paper)',
      strokeWidth: 0.5,
      ...(group && { symbol: group.symbol }),
    }),
  );
}

/** What Plot hands to a mark of one's own is a function from data to pixels. */
const asScale = (scale: unknown) => scale as (value: number) => number;

interface MapPoint {
  x: number;
  y: number;
  word: string;
  group?: Group | undefined;
}

/** Points with their words; points that share a word are joined to their middle, which bears it. */
function wordMarks(points: MapPoint[]) {
  const words = [...new Set(points.map((point) => point.word))];
  const at = { x: 'x', y: 'y' } as const;
  const dots = dot(points, { ...at, r: 3.2, fill: 'var(--ink)' });
  const halo = { stroke: 'var(--paper)', strokeWidth: 4, fontSize: 12 };
  if (words.length > points.length / 2) {
    return [
      dots,
      text(points, { ...at, ...halo, text: 'word', dx: 6, textAnchor: 'start', fill: 'var(--ink-soft)' }),
    ];
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middles = words.map((word) => {
    const members = points.filter((point) => point.word === word);
    return { word, x: mean(members.map((point) => point.x)), y: mean(members.map((point) => point.y)) };
  });
  const spokes = points.map((point) => ({
    ...point,
    middle: middles.find(({ word }) => word === point.word)!,
  }));
  return [
    link(spokes, {
      x1: (spoke) => spoke.middle.x,
      y1: (spoke) => spoke.middle.y,
      x2: 'x',
      y2: 'y',
      stroke: 'var(--line-strong)',
    }),
    text(middles, { dy: -11, ...at, ...halo, text: 'word', fill: 'var(--accent)', fontWeight: 600 }),
    dots,
  ];
}
