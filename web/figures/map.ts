// Stimuli in the plane: thumbnails where there are pictures, words where there are none. Loads with Observable Plot.

import { axisX, axisY, dot, gridX, gridY, image, link, plot, pointer, text, tip } from '@observablehq/plot';
import type { Scatter } from '../lab/types';
import { formatTick } from './numbers';
import { settlePlot } from './plot-frame';

export interface MapOptions {
  width: number;
  height: number;
  thumbnails?: (string | undefined)[] | undefined;
  /** A short word for each point, shown beside it. */
  words?: string[] | undefined;
}

/** Thumbnail side, in pixels, as a share of the width within bounds. */
const thumbnailSide = (width: number) => Math.min(38, Math.max(22, width / 16));

export function map(data: Scatter, { width, height, thumbnails, words }: MapOptions): Element {
  const points = data.labels.map((label, i) => ({
    label,
    x: data.x[i]!,
    y: data.y[i]!,
    src: thumbnails?.[i],
    word: words?.[i] ?? '',
  }));
  const at = { x: 'x', y: 'y' } as const;
  const side = thumbnailSide(width);
  const hasImages = points.some((point) => point.src);
  const marks = hasImages
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
    : wordMarks(points);
  const ticks = { ticks: 5, tickFormat: formatTick, tickSize: 0, fontSize: 11 };
  const drawn = plot({
    width,
    height,
    marginLeft: 48,
    marginBottom: 40,
    marginTop: 26,
    marginRight: hasImages ? side / 2 + 4 : 60,
    className: 'plot',
    x: { nice: true, inset: hasImages ? side / 2 : 4 },
    y: { nice: true, inset: hasImages ? side / 2 : 4 },
    ariaLabel: data.caption.alt,
    marks: [
      gridX({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      axisX({ ...ticks, label: data.x_name, labelAnchor: 'center', labelArrow: 'none' }),
      axisY({ ...ticks, label: data.y_name, labelArrow: 'none' }),
      ...marks,
      tip(
        points,
        pointer({
          ...at,
          title: (point) => point.label,
          fill: 'var(--paper)',
          stroke: 'var(--line-strong)',
          fontSize: 12,
        }),
      ),
    ],
  });
  return settlePlot(drawn);
}

interface Point {
  label: string;
  x: number;
  y: number;
  word: string;
}

/** Points with their words; points that share a word are joined to their middle, which bears it. */
function wordMarks(points: Point[]) {
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
