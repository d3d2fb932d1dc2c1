// Where points are in a drawing, and which is next to where.

export interface PointPlaces {
  x: Float32Array;
  y: Float32Array;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Points in pixels of the drawing. */
export function placesOf(
  data: { x: ArrayLike<number>; y: ArrayLike<number> },
  x: (value: number) => number,
  y: (value: number) => number,
): PointPlaces {
  return { x: along(data.x, x), y: along(data.y, y) };
}

/** Numbers on a linear scale, of which two are asked for. */
function along(values: ArrayLike<number>, scale: (value: number) => number): Float32Array {
  const start = scale(0);
  const step = scale(1) - start;
  const places = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) places[i] = start + step * values[i]!;
  return places;
}

/** The point nearest to a place, if one is within `reach` pixels. */
export function nearestPoint({ x, y }: PointPlaces, left: number, top: number, reach: number) {
  let [best, least] = [-1, reach * reach];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - left, y[i]! - top];
    const distance = dx * dx + dy * dy;
    // The last of equally near ones lies on top.
    if (distance <= least) [best, least] = [i, distance];
  }
  return best < 0 ? undefined : best;
}

/** The nearest point from point `from` on in a direction: within 45° to its sides. */
export function pointTowards({ x, y }: PointPlaces, from: number, direction: Direction): number | undefined {
  const isAcross = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - x[from]!, y[i]! - y[from]!];
    const along = sign * (isAcross ? dx : dy);
    const aside = Math.abs(isAcross ? dy : dx);
    const distance = dx * dx + dy * dy;
    if (along > 0 && aside <= along && distance < least) [best, least] = [i, distance];
  }
  return best < 0 ? undefined : best;
}
