// A system as boxes and arrows. The boxes stand on a grid; on a narrow page its rows become columns, so that what flows
// to the right flows down.

import type { Diagram, DiagramBox } from '../lab/experiment-types';
import { wrap } from './export';
import { svg } from './svg';

export interface DiagramOptions {
  width: number;
  /** What is read aloud in its place. */
  alt: string;
  /** The words of a label in the visitor's language. */
  words: (label: string) => string;
}

/** Sizes in pixels: of letters, of a line, within a box, and least between boxes. */
const [LETTERS, LINE, PAD, GAP_X, GAP_Y] = [13, 17, 9, 44, 34];
/** Width of an average letter of the page's sans, as a share of its size. */
const LETTER = 0.53;
/** Bounds of a box's width. */
const [NARROWEST, WIDEST] = [76, 172];

interface Placed extends DiagramBox {
  lines: string[];
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws the diagram. */
export function diagram(data: Diagram, { width, alt, words }: DiagramOptions): SVGSVGElement {
  const { boxes, height, used } = place(data.boxes, width, words);
  const root = svg('svg', {
    width: used,
    height,
    viewBox: `0 0 ${used} ${height}`,
    role: 'img',
    'aria-label': alt,
    class: 'diagram',
  });
  const head = svg('path', { d: 'M0,0 L8,3.5 L0,7 Z', class: 'arrow-head' });
  const marker = { id: 'arrow', markerWidth: 8, markerHeight: 7, refX: 8, refY: 3.5, orient: 'auto' };
  root.append(svg('defs', {}, svg('marker', marker, head)));
  for (const { from, to, label } of data.arrows) {
    const [a, b] = [boxes.find(({ id }) => id === from), boxes.find(({ id }) => id === to)];
    if (a && b) root.append(...arrow(a, b, words(label)));
  }
  for (const box of boxes) root.append(drawBox(box));
  return root;
}

/** Places the boxes on their grid, turned over where it would be too wide. */
function place(given: readonly DiagramBox[], width: number, words: (label: string) => string) {
  const isTurned = (1 + Math.max(0, ...given.map((box) => box.column))) * (NARROWEST + GAP_X) - GAP_X > width;
  const at = (box: DiagramBox) =>
    (isTurned ? [box.row, box.column] : [box.column, box.row]) as [number, number];
  const nColumns = 1 + Math.max(0, ...given.map((box) => at(box)[0]));
  const nRows = 1 + Math.max(0, ...given.map((box) => at(box)[1]));
  const gap = Math.min(GAP_X * 2, Math.max(GAP_X, (width - nColumns * WIDEST) / Math.max(nColumns - 1, 1)));
  const boxWidth = Math.min(WIDEST, (width - gap * (nColumns - 1)) / nColumns);
  const texts = given.map((box) =>
    wrap(words(box.label), Math.floor((boxWidth - 2 * PAD) / (LETTERS * LETTER))),
  );
  const rowHeights = Array.from({ length: nRows }, (_, row) => {
    const lines = given.map((box, i) => (at(box)[1] === row ? texts[i]!.length : 0));
    return Math.max(...lines, 1) * LINE + 2 * PAD;
  });
  const tops = rowHeights.map((_, row) => rowHeights.slice(0, row).reduce((sum, h) => sum + h + GAP_Y, 1));
  const boxes = given.map((box, i): Placed => {
    const [column, row] = at(box);
    const height = texts[i]!.length * LINE + 2 * PAD;
    const y = tops[row]! + (rowHeights[row]! - height) / 2;
    return { ...box, lines: texts[i]!, x: 1 + column * (boxWidth + gap), y, width: boxWidth - 2, height };
  });
  const used = nColumns * boxWidth + gap * (nColumns - 1);
  return { boxes, used, height: (tops.at(-1) ?? 0) + (rowHeights.at(-1) ?? 0) + 2 };
}

function drawBox({ lines, x, y, width, height }: Placed): SVGElement {
  const text = svg('text', { 'text-anchor': 'middle', 'font-size': LETTERS });
  lines.forEach((line, i) => {
    text.append(svg('tspan', { x: x + width / 2, y: y + PAD + (i + 0.76) * LINE }, line));
  });
  return svg('g', {}, svg('rect', { x, y, width, height, class: 'box' }), text);
}

/** A line from border to border with its label beside the middle; one that goes back bends away from the others. */
function arrow(a: Placed, b: Placed, label: string): SVGElement[] {
  const [from, to] = [middle(a), middle(b)];
  const isBack = to.x < from.x - 1 || to.y < from.y - 1;
  const bend = isBack ? 0.22 : 0;
  const via = {
    x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 + (to.x - from.x) * -bend,
  };
  const [start, end] = [border(a, via), border(b, via)];
  const path = svg('path', {
    d: `M${start.x},${start.y} Q${via.x},${via.y} ${end.x},${end.y}`,
    class: 'arrow',
    'marker-end': 'url(#arrow)',
  });
  if (!label) return [path];
  const isLevel = Math.abs(end.y - start.y) < Math.abs(end.x - start.x);
  const isSlanted = Math.min(Math.abs(end.y - start.y), Math.abs(end.x - start.x)) > 1;
  const at = along(start, via, end, isSlanted ? SLANTED : 0.5);
  const room = Math.abs(end.x - start.x) / (LETTERS * 0.85 * LETTER);
  const lines = isLevel ? wrap(label, Math.max(room, 6)) : [label];
  const text = svg('text', {
    'font-size': LETTERS * 0.85,
    class: 'arrow-label',
    'text-anchor': isLevel ? 'middle' : 'start',
  });
  lines.forEach((line, i) => {
    const y = isLevel ? at.y - 5 - (lines.length - 1 - i) * LINE * 0.8 : at.y + 4;
    text.append(svg('tspan', { x: isLevel ? at.x : at.x + 6, y }, line));
  });
  return [path, text];
}

/** Where the label of a slanted arrow stands on its way: nearer to its start, since several may end in one box. */
const SLANTED = 0.3;

interface Point {
  x: number;
  y: number;
}

/** A point of a curve that bends towards `via`, at a share of its way. */
function along(start: Point, via: Point, end: Point, share: number): Point {
  const at = (from: number, bend: number, to: number) =>
    (1 - share) ** 2 * from + 2 * share * (1 - share) * bend + share ** 2 * to;
  return { x: at(start.x, via.x, end.x), y: at(start.y, via.y, end.y) };
}

const middle = ({ x, y, width, height }: Placed) => ({ x: x + width / 2, y: y + height / 2 });

/** Where the line from a box's middle towards a point leaves the box. */
function border(box: Placed, towards: Point): Point {
  const { x, y } = middle(box);
  const [dx, dy] = [towards.x - x, towards.y - y];
  const scale = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return Number.isFinite(scale) ? { x: x + dx * scale, y: y + dy * scale } : { x, y };
}
