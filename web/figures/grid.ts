// Numbers by two labelled axes as a grid of colours: heads by layer, positions by layer.

import type { Grid } from '../lab/types';
import { fromEngine } from '../words/engine';
import { localised } from '../words/numbers';
import { t } from '../words/words';
import { cellPicture, MOST_RECTANGLES } from './heatmap-cells';
import { type Cell, followCell } from './heatmap-cursor';
import { shorten, shortSite } from './labels';
import { legend } from './legend';
import { visible } from './lens';
import { formatValue } from './numbers';
import { colourAt, css, type Rgb, shareOf, textOn } from './palette';
import { svg } from './svg';

export interface GridOptions {
  /** Width to fill at most, in pixels. */
  width: number;
  ramp: readonly Rgb[];
  /** Cell that is marked from the start. */
  cursor?: Cell | undefined;
  /** What a cell says, in place of its labels and value. */
  read?: ((cell: Cell) => string) | undefined;
  /** Hears of the cell under pointer or cursor; `undefined` when it leaves. */
  onRead?: ((at: (Cell & { words: string }) | undefined) => void) | undefined;
  /** Makes cells choosable by click and Enter. */
  onChoose?: ((cell: Cell) => void) | undefined;
}

const [CHARACTER, GAP, LEGEND, AXIS] = [5.8, 6, 42, 16];
const [WIDEST, LONGEST] = [46, 14];
/** Cells this wide (px) hold their value. */
const WIDE = 27;

/** Draws the grid. The element takes focus; arrow keys move a cell cursor, Enter chooses the cell. */
export function grid(data: Grid, options: GridOptions): SVGSVGElement {
  const rows = data.rows.map((label) => shorten(shortSite(shown(data, label)), LONGEST));
  const columns = data.columns.map((label) => shorten(shown(data, label), LONGEST));
  const longest = (labels: string[]) => Math.max(...labels.map((label) => [...label].length), 1) * CHARACTER;
  const left = Math.ceil(longest(rows)) + GAP + AXIS;
  const width = Math.min((options.width - left) / Math.max(columns.length, 1), WIDEST);
  const height = Math.min(Math.max(width, 9), 20);
  const isTurned = longest(columns) > width;
  const top = (isTurned ? Math.ceil(longest(columns)) : 14) + GAP + AXIS;
  const [across, down] = [columns.length * width, rows.length * height];
  const size = { width: options.width, height: top + down + LEGEND };
  const root = svg('svg', {
    ...size,
    class: 'heatmap grid',
    viewBox: `0 0 ${size.width} ${size.height}`,
    tabindex: 0,
    role: 'application',
    'aria-roledescription': t`grid of values; arrow keys move between cells`,
    'aria-label': fromEngine(data.caption.alt),
  });
  const unit = data.caption.unit;
  root.append(
    cells(data, options.ramp, { left, top, width, height }),
    labels(rows, height, (text, at) => ({ x: left - GAP, y: top + at, 'text-anchor': 'end', text })),
    labels(columns, width, (text, at) => {
      const turn = isTurned ? { transform: `translate(${left + at} ${top - GAP}) rotate(-90)` } : {};
      return isTurned
        ? { x: 0, y: 0, ...turn, text }
        : { x: left + at, y: top - GAP - 4, 'text-anchor': 'middle', text };
    }),
    word(fromEngine(data.column_axis), { x: left, y: 8 }),
    word(fromEngine(data.row_axis), {
      x: 0,
      y: 0,
      'text-anchor': 'end',
      transform: `translate(8 ${top}) rotate(-90)`,
    }),
    legend({
      x: left,
      y: top + down + 12,
      width: Math.max(across, 220),
      ramp: options.ramp,
      domain: data.domain,
      unit,
    }),
  );
  const listener = {
    onMove: (at: Cell | undefined) =>
      options.onRead?.(at && { ...at, words: options.read?.(at) ?? readGrid(data, at) }),
    onChoose: (row: number, column: number | undefined) =>
      column !== undefined && options.onChoose?.({ row, column }),
  };
  followCell(root, [rows.length, columns.length], { left, top, width, height }, listener, options.cursor);
  return root;
}

/** A label, with its spaces to be seen where it is a token of a text. */
function shown(data: Grid, label: string): string {
  return data.cell === 'position' ? visible(label) : label;
}

/** What one cell says. */
export function readGrid(data: Grid, { row, column }: Cell): string {
  const value = data.values[row * data.columns.length + column];
  const place = `${fromEngine(data.row_axis)} ${shortSite(data.rows[row] ?? '')}, ${fromEngine(data.column_axis)} ${shown(data, data.columns[column] ?? '')}`;
  return `${place}: ${typeof value === 'number' ? formatValue(value) : t`nothing to measure`}`;
}

interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

function cells(data: Grid, ramp: readonly Rgb[], { left, top, width, height }: Place): SVGGElement {
  const n = data.columns.length;
  const group = svg('g', { class: 'cells', transform: `translate(${left} ${top})` });
  const values = data.values.map((value) => value ?? Number.NaN);
  const colour = (i: number) => colourAt(ramp, shareOf(values[i]!, data.domain));
  if (values.length > MOST_RECTANGLES) {
    const shown = { width: n * width, height: data.rows.length * height };
    group.append(cellPicture([data.rows.length, n], values, data.domain, ramp, shown));
    return group;
  }
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) return;
    const [x, y] = [(i % n) * width, Math.floor(i / n) * height];
    const fill = colour(i);
    group.append(
      svg('rect', { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, fill: css(fill) }),
    );
    if (width < WIDE || height < 12) return;
    const text = localised(
      value
        .toFixed(2)
        .replace(/^(-?)0\./, '$1.')
        .replace('-', '−'),
    );
    const look = { class: 'value', 'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-size': 10 };
    group.append(svg('text', { ...look, x: x + width / 2, y: y + height / 2, fill: textOn(fill) }, text));
  });
  return group;
}

type Attributes = Record<string, string | number | undefined>;

/** Labels along an axis, as many as there is room for. */
function labels(
  texts: string[],
  step: number,
  place: (text: string, at: number) => Attributes & { text: string },
): SVGGElement {
  const every = Math.ceil(11 / step);
  const group = svg('g', { class: 'axes' });
  texts.forEach((label, i) => {
    if (i % every !== 0) return;
    const { text, ...look } = place(label, (i + 0.5) * step);
    group.append(word(text, look));
  });
  return group;
}

function word(text: string, look: Attributes): SVGTextElement {
  return svg('text', { class: 'label', 'font-size': 10.5, 'dominant-baseline': 'central', ...look }, text);
}
