import { describe, expect, it } from 'vitest';
import { jsonParts } from './json-parts';

describe('data as JSON in parts', () => {
  it('is what JSON.stringify would write, with typed arrays as lists', () => {
    const value = {
      name: 'a "quoted" one',
      values: Float64Array.of(1, 0.1 + 0.2, Number.NaN),
      deep: [{ x: Float32Array.of(0.5) }, null, { none: new Float64Array() }],
    };
    expect(JSON.parse([...jsonParts(value)].join(''))).toEqual({
      name: 'a "quoted" one',
      values: [1, 0.1 + 0.2, null],
      deep: [{ x: [0.5] }, null, { none: [] }],
    });
  });

  it('comes in several parts where numbers are many', () => {
    const parts = [...jsonParts({ values: Float64Array.from({ length: 50_000 }, (_, i) => i) })];
    expect(parts.length).toBeGreaterThan(4);
    expect(JSON.parse(parts.join('')).values[49_999]).toBe(49_999);
  });
});
