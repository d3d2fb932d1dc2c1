// Matrices of the same stimuli side by side on one colour scale: small multiples.

import type { Panels } from '../lab/types';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';
import { cellPicture } from './heatmap-cells';
import { type Cell, type CellPlace, followCell } from './heatmap-cursor';
import { shorten } from './labels';
import { legend } from './legend';
import { formatValue } from './numbers';
import type { Rgb } from './palette';
import { svg } from './svg';

export interface PanelsOptions {
  width: number;
  ramp: readonly Rgb[];
  /** Cell that is marked from the start, in all of them. */
  cursor?: Cell | undefined;
  /** Hears of the cell under pointer or cursor; `undefined` when it leaves. */
  onRead?: ((at: (Cell & { words: string }) | undefined) => void) | undefined;
}

/** Least and most width of a matrix, space between two, room for a name and for the scale, in pixels. */
const [LEAST, MOST, GAP, NAME, LEGEND] = [130, 300, 16, 20, 38];
const CHARACTER = 6;
/** Values that a reading names. */
const MOST_READ = 6;

/** Draws the matrices. The element takes focus; arrow keys move one cell cursor in all of them. */
export function panels(data: Panels, options: PanelsOptions): SVGSVGElement {
  const n = data.labels.length;
  const count = data.names.length;
  const { width } = options;
  const perRow = Math.max(1, Math.min(count, Math.floor((width + GAP) / (LEAST + GAP))));
  const side = Math.min((width - (perRow - 1) * GAP) / perRow, MOST);
  const nRows = Math.ceil(count / perRow);
  const height = nRows * (side + NAME + GAP) + LEGEND;
  const places: CellPlace[] = data.names.map((_, k) => ({
    left: (k % perRow) * (side + GAP),
    top: Math.floor(k / perRow) * (side + NAME + GAP) + NAME,
    width: side / n,
    height: side / n,
  }));
  const root = svg('svg', {
    class: 'heatmap panels',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    tabindex: 0,
    role: 'application',
    'aria-roledescription': t`heat maps side by side; arrow keys move between cells of all of them`,
    'aria-label': fromEngine(data.caption.alt),
  });
  places.forEach(({ left, top }, k) => {
    const values = data.values.slice(k * n * n, (k + 1) * n * n);
    const name = shorten(data.names[k]!, Math.floor(side / CHARACTER));
    root.append(
      svg(
        'text',
        { class: 'label', x: left, y: top - 7, 'font-size': 12 },
        name,
        svg('title', {}, data.names[k]!),
      ),
      cellPicture([n, n], values, data.domain, options.ramp, {
        x: left,
        y: top,
        width: side,
        height: side,
      }),
    );
  });
  root.append(
    legend({
      x: 0,
      y: height - LEGEND + 10,
      width: Math.max(perRow * (side + GAP) - GAP, 220),
      ramp: options.ramp,
      domain: data.domain,
      unit: data.caption.unit,
    }),
  );
  const listener = {
    onMove: (at: Cell | undefined) => options.onRead?.(at && { ...at, words: readPanels(data, at) }),
    onChoose: () => {},
  };
  followCell(root, [n, n], places, listener, options.cursor);
  return root;
}

/** What one cell says in each matrix. */
export function readPanels({ labels, names, values }: Panels, { row, column }: Cell): string {
  const n = labels.length;
  const each = names
    .slice(0, MOST_READ)
    .map((name, k) => `${name} ${formatValue(values[k * n * n + row * n + column] ?? Number.NaN)}`);
  const rest = names.length > MOST_READ ? ' …' : '';
  return `${labels[row]} × ${labels[column]}: ${each.join(', ')}${rest}`;
}
