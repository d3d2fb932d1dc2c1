import { describe, expect, it } from 'vitest';
import { nearestPoint, placesOf, pointTowards } from './point-places';

const places = placesOf(
  { x: [0, 1, 2, 1], y: [0, 0, 0, 3] },
  (v) => 10 * v,
  (v) => 10 * v,
);

describe('points of a drawing', () => {
  it('are found within reach of the pointer, the one on top first', () => {
    expect(nearestPoint(places, 11, 1, 24)).toBe(1);
    expect(nearestPoint(places, 100, 100, 24)).toBeUndefined();
    const twice = placesOf(
      { x: [1, 1], y: [1, 1] },
      (v) => v,
      (v) => v,
    );
    expect(nearestPoint(twice, 1, 1, 5)).toBe(1);
  });

  it('follow each other in a direction, and end at the edge', () => {
    expect(pointTowards(places, 0, 'right')).toBe(1);
    expect(pointTowards(places, 2, 'left')).toBe(1);
    expect(pointTowards(places, 1, 'down')).toBe(3);
    expect(pointTowards(places, 3, 'up')).toBe(1);
    expect(pointTowards(places, 2, 'right')).toBeUndefined();
  });

  it('without a place are never found', () => {
    const holes = placesOf(
      { x: [Number.NaN, 5], y: [0, 5] },
      (v) => v,
      (v) => v,
    );
    expect(nearestPoint(holes, 0, 0, 24)).toBe(1);
  });
});
