import { shorten } from './labels';
import { svg } from './svg';
import { cellText } from './table-figure';
import type { Row, Table } from './tables';

/** Width of an average character, height of a row and space between columns, in pixels. */
const [CHARACTER, ROW, GAP] = [6.2, 19, 18];
const LONGEST = 40;

/** A table as a drawing, for files; the page itself shows a table. */
export function tableSvg(data: Table): SVGSVGElement {
  const inWords = (row: Row) => row.map((value) => shorten(cellText(value), LONGEST));
  const cells = [
    data.columns,
    ...Array.from({ length: data.rows.length }, (_, i) => inWords(data.rows.at(i) ?? [])),
  ];
  const widths = data.columns.map(
    (_, i) => Math.max(...cells.map((row) => [...(row[i] ?? '')].length)) * CHARACTER + GAP,
  );
  const size = { width: widths.reduce((sum, width) => sum + width, 0), height: cells.length * ROW };
  const root = svg('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}`, class: 'lens-drawing' });
  cells.forEach((row, i) => {
    let x = 0;
    row.forEach((text, j) => {
      const look = { x, y: (i + 0.5) * ROW, fill: 'currentColor', 'font-size': 12 };
      root.append(svg('text', { ...look, 'dominant-baseline': 'central' }, text));
      x += widths[j]!;
    });
  });
  return root;
}
