// A tree of groups: stimuli down the side, heights across, and a line that cuts it into groups.

import type { Tree } from '../lab/types';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';
import { groupLegend, groupsOf, N_COLOURS } from './groups';
import { shorten } from './labels';
import { formatTick, formatValue } from './numbers';
import { svg } from './svg';
import { drawSymbol } from './symbols';
import { type Branch, branchesOf, cutHeight, groupsAfter, mergesBelow } from './tree-shape';

export interface DendrogramOptions {
  width: number;
  /** Most height where leaves have no names. */
  most: number;
  /** In how many groups the tree is cut. */
  nGroups: number;
  /** Hears of another cut. */
  onCut?: ((nGroups: number) => void) | undefined;
  /** Leaf that is marked from the start, by its place. */
  leaf?: number | undefined;
  /** Hears of the leaf under pointer or cursor, in words. */
  onRead?: ((at: LeafReading | undefined) => void) | undefined;
}

export interface LeafReading {
  leaf: number;
  words: string;
}

/** Height of a row with a name, most rows with one, and what surrounds the tree, in pixels. */
const [ROW, MOST_NAMED, TOP, BOTTOM, RIGHT, CHARACTER] = [15, 160, 18, 40, 14, 5.9];
/** The share of the width that names may take. */
const NAMES = 0.34;

interface Layout {
  left: number;
  right: number;
  row: number;
  bottom: number;
  isNamed: boolean;
  /** A height as pixels. */
  x: (height: number) => number;
  /** A place along the leaves as pixels. */
  y: (place: number) => number;
  most: number;
}

/** Draws the tree. The element takes focus; ← and → move the cut by a merge, ↑ and ↓ go along the leaves. */
export function dendrogram(data: Tree, options: DendrogramOptions): SVGSVGElement {
  const layout = layOut(data, options);
  const legend = data.classes && groupLegend([...groupsOf(data.classes).values()], options.width);
  const height = layout.bottom + BOTTOM + (legend?.height ?? 0);
  const root = svg('svg', {
    class: 'dendrogram plot',
    viewBox: `0 0 ${options.width} ${height}`,
    width: options.width,
    height,
    tabindex: 0,
    role: 'application',
    'aria-roledescription': t`tree; left and right move the cut, up and down go along the leaves`,
    'aria-label': `${fromEngine(data.caption.alt)} ${cutInWords(data, options.nGroups)}`,
  });
  const groups = groupsAfter(data, data.order.length - options.nGroups);
  root.append(
    axis(data, layout),
    branches(data, groups, options, layout),
    cutLine(data, options.nGroups, layout),
  );
  if (layout.isNamed) root.append(leaves(data, layout));
  if (legend) {
    legend.element.setAttribute('transform', `translate(0 ${layout.bottom + BOTTOM})`);
    root.append(legend.element);
  }
  follow(root, data, groups, options, layout);
  return root;
}

/** What a cut makes, in a sentence. */
export function cutInWords(data: Tree, nGroups: number): string {
  const n = data.order.length;
  const groups = groupsAfter(data, n - nGroups);
  const sizes = new Array<number>(nGroups).fill(0);
  for (const group of groups) sizes[group]! += 1;
  const sorted = sizes.sort((a, b) => b - a);
  const named = sorted.slice(0, 6).join(', ');
  const rest = sorted.length > 6 ? ' …' : '';
  const height = formatValue(cutHeight(data, nGroups));
  return nGroups === 1
    ? t`Cut at ${height}: one group of ${n} stimuli.`
    : t`Cut at ${height}: ${nGroups} groups of ${named + rest} stimuli.`;
}

function layOut({ labels, order, heights, classes }: Tree, { width, most }: DendrogramOptions): Layout {
  const n = order.length;
  const isNamed = n <= MOST_NAMED;
  const names = Math.floor((width * NAMES) / CHARACTER);
  const longest = Math.max(1, ...labels.map((label) => Math.min([...label].length, names)));
  const left = (isNamed ? Math.ceil(longest * CHARACTER) + 8 : 6) + (classes ? 16 : 0);
  const row = isNamed ? ROW : Math.max((most - TOP - BOTTOM) / n, 0.1);
  const right = width - RIGHT;
  const highest = Math.max(heights.at(-1) ?? 0, 0) * 1.08 || 1;
  return {
    left,
    right,
    row,
    isNamed,
    bottom: TOP + n * row,
    most: highest,
    x: (height) => left + (Math.max(height, 0) / highest) * (right - left),
    y: (place) => TOP + (place + 0.5) * row,
  };
}

/** Branches beneath the cut in the colours of their groups, those above it in ink. */
function branches(
  data: Tree,
  groups: number[],
  { nGroups }: DendrogramOptions,
  { x, y }: Layout,
): SVGGElement {
  const n = data.order.length;
  const colours = coloursOf(data, groups);
  const paths = new Map<string, string[]>();
  branchesOf(data).forEach((branch, k) => {
    const stimulus = data.order[Math.round(branch.left)]!;
    const colour = k < n - nGroups ? (colours.get(groups[stimulus]!) ?? 'var(--ink)') : 'var(--ink-faint)';
    const own = paths.get(colour) ?? [];
    own.push(legs(branch, x, y));
    paths.set(colour, own);
  });
  const drawn = [...paths].map(([stroke, parts]) =>
    svg('path', { d: parts.join(''), stroke, fill: 'none', 'stroke-width': n > 400 ? 0.7 : 1.3 }),
  );
  return svg('g', { class: 'branches' }, ...drawn);
}

const round = (value: number) => Math.round(value * 100) / 100;

function legs(
  { left, right, leftHeight, rightHeight, height }: Branch,
  x: Layout['x'],
  y: Layout['y'],
): string {
  const [from, to, at] = [round(x(leftHeight)), round(x(rightHeight)), round(x(height))];
  return `M${from} ${round(y(left))}H${at}V${round(y(right))}H${to}`;
}

/** A colour for each group of two and more; neighbours differ, as colours go round along the leaves. */
function coloursOf({ order }: Tree, groups: readonly number[]): Map<number, string> {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  const colours = new Map<number, string>();
  for (const stimulus of order) {
    const group = groups[stimulus]!;
    if (counts.get(group)! < 2 || colours.has(group)) continue;
    colours.set(group, `var(--group-${(colours.size % N_COLOURS) + 1})`);
  }
  return colours;
}

function leaves({ labels, order, classes }: Tree, { left, y }: Layout): SVGGElement {
  const looks = classes && groupsOf(classes);
  const room = Math.floor((left - 8 - (classes ? 16 : 0)) / CHARACTER);
  const group = svg('g', { class: 'leaves' });
  order.forEach((stimulus, place) => {
    const look = looks?.get(classes![stimulus]!);
    if (look) group.append(drawSymbol(look.symbol, 50, left - 12, y(place), look.colour));
    const text = {
      x: left - 6 - (look ? 16 : 0),
      y: y(place),
      'text-anchor': 'end',
      'dominant-baseline': 'central',
      'font-size': 11,
      fill: 'var(--ink-soft)',
    };
    group.append(svg('text', text, shorten(labels[stimulus]!, room)));
  });
  return group;
}

/** Heights along the bottom. */
function axis({ height_name }: Tree, { left, right, bottom, x, most }: Layout): SVGGElement {
  const group = svg('g', { class: 'axis' });
  const look = { 'font-size': 11, fill: 'var(--ink-soft)', 'text-anchor': 'middle' };
  for (const tick of ticks(most)) {
    group.append(
      svg('line', { x1: x(tick), x2: x(tick), y1: TOP, y2: bottom + 3, stroke: 'var(--line)' }),
      svg('text', { ...look, x: x(tick), y: bottom + 15 }, formatTick(tick)),
    );
  }
  group.append(svg('text', { ...look, x: (left + right) / 2, y: bottom + 32 }, fromEngine(height_name)));
  return group;
}

/** About four round numbers from 0. */
function ticks(most: number): number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough)!;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

function cutLine(data: Tree, nGroups: number, { x, bottom }: Layout): SVGGElement {
  const at = x(cutHeight(data, nGroups));
  const line = { x1: at, x2: at, y1: 4, y2: bottom, stroke: 'var(--accent)' };
  return svg(
    'g',
    { class: 'cut' },
    svg('line', { ...line, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' }),
    svg(
      'text',
      {
        x: at,
        y: 12,
        dx: 5,
        'font-size': 11,
        fill: 'var(--accent)',
        'text-anchor': 'start',
        stroke: 'var(--paper)',
        'stroke-width': 3,
        'paint-order': 'stroke',
      },
      `${nGroups}`,
    ),
  );
}

function follow(
  root: SVGSVGElement,
  data: Tree,
  groups: readonly number[],
  { nGroups, onCut, onRead, leaf, width }: DendrogramOptions,
  { row, y, x, right }: Layout,
) {
  const n = data.order.length;
  const size = { height: Math.max(row, 2), width: right, x: 0, visibility: 'hidden' };
  const cursor = svg('rect', { ...size, class: 'cursor leaf-cursor' });
  root.prepend(cursor);
  let at: number | undefined;
  const move = (next: number | undefined) => {
    at = next;
    cursor.setAttribute('visibility', next === undefined ? 'hidden' : 'visible');
    if (next !== undefined) cursor.setAttribute('y', String(y(next) - Math.max(row, 2) / 2));
    onRead?.(next === undefined ? undefined : { leaf: next, words: readLeaf(data, groups, next) });
  };
  if (leaf !== undefined && leaf < n) move(leaf);
  const cut = (next: number) => {
    const bounded = Math.min(Math.max(next, 1), n);
    if (bounded !== nGroups) onCut?.(bounded);
  };
  const inDrawing = (event: PointerEvent | MouseEvent) => {
    const box = root.getBoundingClientRect();
    const scale = width / box.width;
    return { left: (event.clientX - box.left) * scale, top: (event.clientY - box.top) * scale };
  };
  root.addEventListener('pointermove', (event) => {
    const place = Math.floor((inDrawing(event).top - TOP) / row);
    const next = place >= 0 && place < n ? place : undefined;
    if (next !== at) move(next);
  });
  root.addEventListener('pointerleave', () => move(undefined));
  root.addEventListener('blur', () => move(undefined));
  root.addEventListener('click', (event) => {
    const height = (inDrawing(event).left - x(0)) / (x(1) - x(0));
    if (height >= 0) cut(n - mergesBelow(data, height));
  });
  root.addEventListener('keydown', (event) => {
    const keys: Record<string, () => void> = {
      ArrowRight: () => cut(nGroups - 1),
      ArrowLeft: () => cut(nGroups + 1),
      ArrowDown: () => move(at === undefined ? 0 : Math.min(at + 1, n - 1)),
      ArrowUp: () => move(at === undefined ? n - 1 : Math.max(at - 1, 0)),
    };
    keys[event.key]?.();
    if (keys[event.key]) event.preventDefault();
    else if (event.key === 'Escape') move(undefined);
  });
}

/** What one leaf says. */
export function readLeaf(data: Tree, groups: readonly number[], place: number): string {
  const stimulus = data.order[place]!;
  const own = data.classes ? `, ${data.classes[stimulus]}` : '';
  return t`${data.labels[stimulus]! + own}: group ${groups[stimulus]! + 1}`;
}
