// Very many points: painted on a canvas, and put into the drawing as one picture, so that axes and files stay the same.

import type { Group } from './groups';
import { svg } from './svg';

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

/** The points as a picture of the size of the drawing. */
export function pointCloud(points: readonly CloudPoint[], frame: CloudFrame): SVGImageElement {
  const { width, height } = frame;
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARP;
  canvas.height = height * SHARP;
  const context = canvas.getContext('2d');
  if (context) paintPoints(context, points, frame);
  const href = context ? canvas.toDataURL('image/png') : '';
  return svg('image', { href, x: 0, y: 0, width, height, class: 'points', preserveAspectRatio: 'none' });
}

/** Group by group, so that the colour changes a few times and not for each point. */
export function paintPoints(
  context: CanvasRenderingContext2D,
  points: readonly CloudPoint[],
  { x, y, size }: CloudFrame,
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
    for (const point of members) {
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
