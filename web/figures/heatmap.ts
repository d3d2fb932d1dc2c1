// A square matrix as a grid of colours, with names or thumbnails along its axes.

import type { Heatmap } from '../lab/types';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';
import { axes, layOut } from './heatmap-axes';
import { drawCells } from './heatmap-cells';
import { type Cell, followCell } from './heatmap-cursor';
import { legend } from './legend';
import { formatValue } from './numbers';
import type { Rgb } from './palette';
import { svg } from './svg';

export interface HeatmapOptions {
  /** Width to fill, in pixels; the height follows. */
  width: number;
  /** Colours from the low to the high end of the domain. */
  ramp: readonly Rgb[];
  /** One picture address a row, in place of its name. */
  thumbnails?: (string | undefined)[] | undefined;
  /** A label as the axis shows it. */
  shortLabel?: ((label: string) => string) | undefined;
  /** Row that is in focus elsewhere, marked on the axis. */
  selected?: number | undefined;
  /** Makes rows choosable by click and Enter. */
  onSelect?: ((row: number) => void) | undefined;
  /** Cell that the cursor is on from the start, e.g. where it was before the figure was drawn anew. */
  cursor?: Cell | undefined;
  /** Hears of the cell under pointer or cursor, in words; `undefined` when it leaves. */
  onRead?: ((reading: CellReading | undefined) => void) | undefined;
}

export interface CellReading extends Cell {
  words: string;
}

/** Height of the legend under the grid, in pixels. */
const LEGEND_HEIGHT = 42;

/** Draws the matrix. The element takes focus; arrow keys move a cell cursor, Enter chooses its row. */
export function heatmap(data: Heatmap, options: HeatmapOptions): SVGSVGElement {
  const n = data.labels.length;
  const layout = layOut(data.labels, options);
  const { left, top, cell } = layout;
  const height = top + n * cell + LEGEND_HEIGHT;
  const root = svg('svg', {
    class: 'heatmap',
    viewBox: `0 0 ${options.width} ${height}`,
    width: options.width,
    height,
    tabindex: 0,
    role: 'application',
    'aria-roledescription': t`heat map; arrow keys move between cells`,
    'aria-label': fromEngine(data.caption.alt),
  });
  root.append(
    drawCells(data, options.ramp, layout),
    axes(data, options, layout),
    legend({
      x: left,
      y: top + n * cell + 12,
      width: n * cell,
      ramp: options.ramp,
      domain: data.domain,
      unit: data.caption.unit,
    }),
  );
  const listener = {
    onMove: (at: Cell | undefined) => options.onRead?.(at && { ...at, words: read(data, at.row, at.column) }),
    onChoose: (row: number) => options.onSelect?.(row),
  };
  followCell(root, [n, n], { left, top, width: cell, height: cell }, listener, options.cursor);
  return root;
}

/** What one cell says. */
export function read(data: Heatmap, row: number, column: number): string {
  const value = formatValue(data.values[row * data.labels.length + column] ?? Number.NaN);
  return `${data.labels[row]} × ${data.labels[column]}: ${value}`;
}
