// A mark that follows pointer and keys from point to point, with what the point says beside it.

import { t } from '../words/words';
import { type Direction, nearestPoint, type PointPlaces, pointTowards } from './point-places';
import { svg } from './svg';

export interface PointOptions {
  /** What a point says, a line each. */
  say: (point: number) => string[];
  /** A picture of a point, shown larger beside it. */
  picture?: ((point: number) => string | undefined) | undefined;
  /** Point that is marked from the start, e.g. where the mark was before the figure was drawn anew. */
  start?: number | undefined;
  /** Hears of the marked point; `undefined` when the mark leaves. */
  onMove?: ((point: number | undefined) => void) | undefined;
}

/** How near the pointer must be, and the size of mark, words and picture, in pixels. */
const [REACH, RADIUS, LINE, CHARACTER, PICTURE] = [24, 8, 15, 6.1, 84];

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Makes the points of a drawing readable by pointer and keys. */
export function followPoints(root: SVGSVGElement, places: PointPlaces, options: PointOptions) {
  const n = places.x.length;
  root.setAttribute('tabindex', '0');
  root.setAttribute('role', 'application');
  root.setAttribute(
    'aria-roledescription',
    t`map of points; arrow keys go to the next point on that side, Page Down to the next one in order`,
  );
  const cursor = svg('g', { class: 'cursor point-cursor', visibility: 'hidden' });
  root.append(cursor);
  let at: number | undefined;

  const move = (next: number | undefined) => {
    at = next;
    cursor.setAttribute('visibility', next === undefined ? 'hidden' : 'visible');
    cursor.replaceChildren(...(next === undefined ? [] : drawMark(root, places, next, options)));
    options.onMove?.(next);
  };

  if (options.start !== undefined && options.start < n) move(options.start);

  root.addEventListener('pointermove', (event) => {
    const box = root.getBoundingClientRect();
    const scale = root.viewBox.baseVal.width / box.width;
    const [left, top] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const next = nearestPoint(places, left, top, REACH);
    if (next !== at) move(next);
  });
  root.addEventListener('pointerleave', () => move(undefined));
  root.addEventListener('blur', () => move(undefined));
  root.addEventListener('keydown', (event) => {
    const next = n > 0 ? target(event.key, places, at) : undefined;
    if (next !== undefined) {
      move(next);
      event.preventDefault();
    } else if (event.key === 'Escape' && at !== undefined) move(undefined);
  });
}

/** The point that a key leads to; `undefined` for other keys. */
function target(key: string, places: PointPlaces, at: number | undefined): number | undefined {
  const last = places.x.length - 1;
  const direction = DIRECTIONS[key];
  if (direction) return at === undefined ? 0 : (pointTowards(places, at, direction) ?? at);
  if (key === 'PageDown') return at === undefined ? 0 : Math.min(at + 1, last);
  if (key === 'PageUp') return at === undefined ? last : Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}

/** A ring around the point, and a box with its words on the side where there is room. */
function drawMark(root: SVGSVGElement, { x, y }: PointPlaces, point: number, options: PointOptions): Node[] {
  const [left, top] = [x[point]!, y[point]!];
  const address = options.picture?.(point);
  const lines = options.say(point);
  const { width, height } = root.viewBox.baseVal;
  const longest = Math.max(...lines.map((line) => [...line].length), 1) * CHARACTER;
  const size = {
    width: Math.max(longest, address ? PICTURE : 0) + 14,
    height: lines.length * LINE + (address ? PICTURE + 6 : 0) + 8,
  };
  const isRight = left + RADIUS + 6 + size.width <= width;
  const boxLeft = isRight ? left + RADIUS + 6 : Math.max(0, left - RADIUS - 6 - size.width);
  const boxTop = Math.min(Math.max(0, top - size.height / 2), Math.max(0, height - size.height));
  const start = boxTop + (address ? PICTURE + 6 : 0) + 4;
  const words = lines.map((line, i) =>
    svg(
      'text',
      { x: boxLeft + 7, y: start + (i + 0.5) * LINE, 'font-size': 12, 'dominant-baseline': 'central' },
      line,
    ),
  );
  const image = {
    href: address,
    x: boxLeft + 7,
    y: boxTop + 6,
    width: PICTURE,
    height: PICTURE,
    preserveAspectRatio: 'xMidYMid slice',
  };
  return [
    svg('circle', { class: 'ring', cx: left, cy: top, r: RADIUS }),
    svg('rect', { class: 'box', x: boxLeft, y: boxTop, ...size, rx: 2 }),
    ...(address ? [svg('image', image)] : []),
    ...words,
  ];
}
