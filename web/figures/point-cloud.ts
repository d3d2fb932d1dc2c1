// Very many points: painted, and put into the drawing as one picture, so that axes and files stay the same.

import type { Group } from './groups';
import { picture } from './picture';
import { beginTurn, type Turn } from './turns';

/** Drawings with more points than this are painted. */
export const MOST_DOTS = 2000;

export interface CloudPoints {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  group: (point: number) => Group | undefined;
}

export interface CloudFrame {
  width: number;
  height: number;
  /** Data to pixels. */
  x: (value: number) => number;
  y: (value: number) => number;
  /** Area of a point in square pixels. */
  size: number;
}

/** Pixels of the picture to one of the page, for sharp screens and print. */
const SHARP = 2;
/** Points between two looks at the clock. */
const AT_ONCE = 500;

/** The points as a picture of the size of the drawing. */
export function pointCloud(points: CloudPoints, frame: CloudFrame): SVGImageElement {
  const { width, height } = frame;
  const look = { x: 0, y: 0, width, height, class: 'points' };
  return picture({ width: width * SHARP, height: height * SHARP }, look, (context, turn) =>
    paintPoints(context, points, frame, turn),
  );
}

/** Group by group, so that the colour changes a few times and not for each point. */
export async function paintPoints(
  context: CanvasRenderingContext2D,
  points: CloudPoints,
  { x, y, size }: CloudFrame,
  turn: Turn = beginTurn(),
) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name.replace(/^var\((.*)\)$/, '$1')).trim();
  const n = points.x.length;
  const byGroup = new Map<Group | undefined, number[]>();
  for (let i = 0; i < n; i++) {
    if (i % AT_ONCE === 0 && turn.isOver()) await turn.next();
    const group = points.group(i);
    const members = byGroup.get(group);
    if (members) members.push(i);
    else byGroup.set(group, [i]);
  }
  context.globalAlpha = n > 20_000 ? 0.5 : 0.75;
  const side = Math.sqrt(size);
  for (const [group, members] of byGroup) {
    context.fillStyle = colour(group?.colour ?? 'var(--ink)');
    for (const [place, i] of members.entries()) {
      if (place % AT_ONCE === 0 && turn.isOver()) await turn.next();
      const [left, top] = [x(points.x[i]!), y(points.y[i]!)];
      if (!Number.isFinite(left) || !Number.isFinite(top)) continue;
      if (!group) {
        context.fillRect((left - side / 2) * SHARP, (top - side / 2) * SHARP, side * SHARP, side * SHARP);
        continue;
      }
      context.setTransform(SHARP, 0, 0, SHARP, left * SHARP, top * SHARP);
      context.beginPath();
      group.symbol.draw(context, size);
      context.fill();
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
  }
}
