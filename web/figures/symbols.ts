// Eight shapes by which groups are told apart where colours are not seen. Each draws into a canvas as into a path.

import { svg } from './svg';

/** The part of a canvas's path that the shapes use. */
export interface PathPlace {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  closePath(): void;
}

/** A shape around the origin, as Observable Plot takes one: `size` is its area in square pixels. */
export interface GroupSymbol {
  draw(context: PathPlace, size: number): void;
}

/** A closed shape through corners, which are given for an area of about one. */
function polygon(corners: readonly (readonly [number, number])[]): GroupSymbol {
  return {
    draw(context, size) {
      const scale = Math.sqrt(size);
      corners.forEach(([x, y], i) => {
        if (i === 0) context.moveTo(x * scale, y * scale);
        else context.lineTo(x * scale, y * scale);
      });
      context.closePath();
    },
  };
}

/** Corners at equal angles from the top, at one radius or at two in turn. */
function star(n: number, outer: number, inner = outer): readonly (readonly [number, number])[] {
  return Array.from({ length: n }, (_, i) => {
    const [angle, radius] = [(2 * Math.PI * i) / n - Math.PI / 2, i % 2 === 0 ? outer : inner];
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
}

const flipped = (corners: readonly (readonly [number, number])[]) =>
  corners.map(([x, y]) => [x, -y] as const);

const circle: GroupSymbol = {
  draw(context, size) {
    const radius = Math.sqrt(size / Math.PI);
    context.moveTo(radius, 0);
    context.arc(0, 0, radius, 0, 2 * Math.PI);
    context.closePath();
  },
};

const [NARROW, WIDE] = [0.22, 0.66];
const PLUS = [
  [-NARROW, -WIDE],
  [NARROW, -WIDE],
  [NARROW, -NARROW],
  [WIDE, -NARROW],
  [WIDE, NARROW],
  [NARROW, NARROW],
  [NARROW, WIDE],
  [-NARROW, WIDE],
  [-NARROW, NARROW],
  [-WIDE, NARROW],
  [-WIDE, -NARROW],
  [-NARROW, -NARROW],
] as const;
const SQUARE = [
  [-0.48, -0.48],
  [0.48, -0.48],
  [0.48, 0.48],
  [-0.48, 0.48],
] as const;

export const SYMBOLS: readonly GroupSymbol[] = [
  circle,
  polygon(SQUARE),
  polygon(star(3, 0.88)),
  polygon(star(4, 0.74)),
  polygon(PLUS),
  polygon(flipped(star(3, 0.88))),
  polygon(star(10, 0.9, 0.38)),
  polygon(star(6, 0.63)),
];

/** The shape of group number `i`; beyond eight, where colours begin again, shapes are shifted by one. */
export const symbolOf = (i: number): GroupSymbol =>
  SYMBOLS[(i + Math.floor(i / SYMBOLS.length)) % SYMBOLS.length]!;

/** A shape as an SVG path. */
export function symbolPath(symbol: GroupSymbol, size: number): string {
  const parts: string[] = [];
  const at = (x: number, y: number) => `${round(x)} ${round(y)}`;
  symbol.draw(
    {
      moveTo: (x, y) => parts.push(`M${at(x, y)}`),
      lineTo: (x, y) => parts.push(`L${at(x, y)}`),
      // A whole circle from its right end, in two halves.
      arc: (x, y, radius) =>
        parts.push(
          `A${at(radius, radius)} 0 1 1 ${at(x - radius, y)}A${at(radius, radius)} 0 1 1 ${at(x + radius, y)}`,
        ),
      closePath: () => parts.push('Z'),
    },
    size,
  );
  return parts.join('');
}

/** A shape in a drawing. */
export function drawSymbol(
  symbol: GroupSymbol,
  size: number,
  x: number,
  y: number,
  fill: string,
): SVGElement {
  return svg('path', { d: symbolPath(symbol, size), transform: `translate(${x} ${y})`, fill });
}

const round = (value: number) => Math.round(value * 100) / 100;
