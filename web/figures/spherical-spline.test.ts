import { expect, it } from 'vitest';
import { electrodeOf, type Place } from './electrodes';
import { sphericalSpline } from './spherical-spline';

const NAMES = 'Fp1 Fp2 F7 F3 Fz F4 F8 T7 C3 Cz C4 T8 P7 P3 Pz P4 P8 O1 O2'.split(' ');
const places = NAMES.map((name) => electrodeOf(name)!.place);

it('goes through every value', () => {
  const values = NAMES.map((_, i) => Math.sin(3 * i));
  const spline = sphericalSpline(places, values);
  places.forEach((place, i) => {
    expect(spline(place)).toBeCloseTo(values[i]!, 6);
  });
});

it('gives back a constant, and nearly a smooth slope between the electrodes', () => {
  const unit = (x: number, y: number): Place => [x, y, Math.sqrt(1 - x * x - y * y)];
  const flat = sphericalSpline(
    places,
    places.map(() => 2.5),
  );
  const slope = sphericalSpline(
    places,
    places.map(([x, y]) => 3 * x - y),
  );
  for (const [x, y] of [
    [0.1, 0.2],
    [-0.4, 0.3],
    [0.5, -0.5],
  ] as const) {
    expect(flat(unit(x, y))).toBeCloseTo(2.5, 9);
    expect(slope(unit(x, y))).toBeCloseTo(3 * x - y, 1);
  }
});
