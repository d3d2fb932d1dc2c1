// Very many points: painted, and put into the drawing as one picture, so that axes and files stay the same.

import type { Group } from './groups';
import { picture } from './picture';
import { beginTurn, type Turn } from './turns';

/** Drawings with more points than this are painted. */
export const MOST_DOTS = 2000;

export interface CloudPoint {
  x: number;
  y: number;
  group?: Group | undefined;
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
export function pointCloud(points: readonly CloudPoint[], frame: CloudFrame): SVGImageElement {
  const { width, height } = frame;
  const look = { x: 0, y: 0, width, height, class: 'points' };
  return picture({ width: width * SHARP, height: height * SHARP }, look, (context, turn) =>
    paintPoints(context, points, frame, turn),
  );
}

/** Group by group, so that the colour changes a few times and not for each point. */
export async function paintPoints(
  context: CanvasRenderingContext2D,
  points: readonly CloudPoint[],
  { x, y, size }: CloudFrame,
  turn: Turn = beginTurn(),
) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name.replace(/^var\((.*)\)$/, '$1')).trim();
  const byGroup = new Map<Group | undefined, CloudPoint[]>();
  for (const point of points) {
    const members = byGroup.get(point.group);
    if (members) members.push(point);
    else byGroup.set(point.group, [point]);
  }
  context.globalAlpha = points.length > 20_000 ? 0.5 : 0.75;
  const side = Math.sqrt(size);
  for (const [group, members] of byGroup) {
    context.fillStyle = colour(group?.colour ?? 'var(--ink)');
    for (const [i, point] of members.entries()) {
      if (i % AT_ONCE === 0 && turn.isOver()) await turn.next();
      const [left, top] = [x(point.x), y(point.y)];
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
