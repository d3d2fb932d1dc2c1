import type { Heatmap } from '../lab/types';
import type { HeatmapOptions } from './heatmap';
import { shorten } from './labels';
import { svg } from './svg';

/** Where things are, in pixels. */
export interface Layout {
  left: number;
  top: number;
  cell: number;
  /** Label size; 0 where cells are too small for words. */
  font: number;
  labels: string[];
}

/** Width of an average character of the sans face, in its size. */
const CHARACTER = 0.5;
const GAP = 5;
/** Between a name and the grid: room for the mark of the focus. */
const NAME_GAP = 9;
/** Longest name that also stands above the grid, in characters. */
const LONGEST_ABOVE = 24;
/** Names take at most this share of the width. */
const LARGEST_GUTTER = 0.34;

/** Whether cells are large enough (px) for pictures. */
const isLarge = (n: number, width: number) => (width - GAP) / (n + 1) >= 4;

/** Sizes for `options.width`. Thumbnails are as large as a cell; names get what they need. */
export function layOut(labels: string[], { width, thumbnails, shortLabel }: HeatmapOptions): Layout {
  const n = Math.max(labels.length, 1);
  if (thumbnails && isLarge(n, width)) {
    const cell = (width - GAP) / (n + 1);
    return { left: cell + GAP, top: cell + GAP, cell, font: 0, labels };
  }
  const font = Math.min(12, Math.max(9, (width / n) * 0.5));
  const most = Math.floor((width * LARGEST_GUTTER) / (font * CHARACTER));
  const short = labels.map((label) => shorten(shortLabel?.(label) ?? label, most));
  const longest = Math.max(...short.map((label) => [...label].length), 1);
  const left = Math.ceil(longest * font * CHARACTER) + NAME_GAP + 2;
  const cell = (width - left) / n;
  const isLegible = cell >= 7;
  // Texts are not repeated above the grid: rows and columns are the same.
  const hasTop = isLegible && shortLabel !== undefined && longest <= LONGEST_ABOVE;
  return {
    left: isLegible ? left : GAP,
    top: hasTop ? left - 4 : GAP,
    cell: isLegible ? cell : (width - GAP) / n,
    font: isLegible ? Math.min(font, cell + 2) : 0,
    labels: short,
  };
}

/** Names or thumbnails of the rows (left) and columns (above). */
export function axes(data: Heatmap, options: HeatmapOptions, layout: Layout): SVGGElement {
  const group = svg('g', { class: 'axes' });
  const { left, top, cell, font } = layout;
  const thumbnails = isLarge(data.labels.length, options.width) ? options.thumbnails : undefined;
  if (!thumbnails && font === 0) return group;
  data.labels.forEach((label, i) => {
    const centre = (i + 0.5) * cell;
    const isSelected = i === options.selected;
    const address = thumbnails?.[i];
    if (thumbnails) {
      if (!address) return;
      const size = {
        width: cell - 1,
        height: cell - 1,
        preserveAspectRatio: 'xMidYMid slice',
        href: address,
      };
      group.append(
        svg('image', { ...size, x: 0, y: top + i * cell, 'data-row': i }, svg('title', {}, label)),
        svg('image', { ...size, x: left + i * cell, y: 0 }, svg('title', {}, label)),
      );
      return;
    }
    const text = layout.labels[i]!;
    const look = { class: isSelected ? 'label selected' : 'label', 'font-size': font };
    group.append(
      svg(
        'text',
        {
          ...look,
          x: left - NAME_GAP,
          y: top + centre,
          'text-anchor': 'end',
          'dominant-baseline': 'central',
          'data-row': i,
        },
        text,
        svg('title', {}, label),
      ),
    );
    if (isSelected) {
      const y = top + centre;
      group.append(svg('path', { class: 'pointer', d: `M${left - 6.5},${y - 3.5}l5,3.5l-5,3.5z` }));
    }
    if (top <= GAP) return;
    const x = left + centre;
    group.append(
      svg(
        'text',
        {
          ...look,
          x: 0,
          y: 0,
          transform: `translate(${x} ${top - GAP}) rotate(-90)`,
          'dominant-baseline': 'central',
        },
        text,
      ),
    );
  });
  return group;
}
