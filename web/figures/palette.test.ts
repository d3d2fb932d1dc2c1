import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colourAt, css, luminance, parseRamp, shareOf, textOn } from './palette';

const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
const ramps = [...tokens.matchAll(/(--ramp-[a-z]+):([^;]+);/g)].map(([, name, stops]) => ({
  name: name!,
  ramp: parseRamp(stops!),
}));

const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe('the colour scales', () => {
  it('exist for light and for dark', () => {
    for (const name of ['--ramp-similarity', '--ramp-distance', '--ramp-probability', '--ramp-diverging']) {
      expect(ramps.filter((entry) => entry.name === name)).toHaveLength(2);
    }
  });

  it('rise or fall in lightness all the way, so that they read without seeing colour', () => {
    for (const { name, ramp } of ramps) {
      const middle = (ramp.length + 1) / 2;
      const halves = name === '--ramp-diverging' ? [ramp.slice(0, middle), ramp.slice(middle - 1)] : [ramp];
      for (const half of halves) {
        const steps = half.slice(1).map((stop, i) => Math.sign(luminance(stop) - luminance(half[i]!)));
        expect(new Set(steps).size).toBe(1);
      }
    }
  });

  it('keep text readable at every value (WCAG AA, 4.5 : 1)', () => {
    for (const { ramp } of ramps) {
      for (let share = 0; share <= 1; share += 0.01) {
        const colour = colourAt(ramp, share);
        expect(contrast(luminance(colour), textOn(colour) === '#ffffff' ? 1 : 0)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('the text colours', () => {
  it('stand out from the paper in both themes', () => {
    for (const theme of tokens.split(":root[data-theme='dark']")) {
      const colour = (name: string) =>
        luminance(parseRamp(new RegExp(`${name}: (#[0-9a-f]{6})`).exec(theme)![1]!)[0]!);
      for (const name of ['--ink', '--ink-soft', '--ink-faint', '--accent', '--good']) {
        expect(contrast(colour(name), colour('--paper')), name).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('a colour', () => {
  const ramp = parseRamp('#000000, #646464, #ffffff');
  it('lies between its stops and is clamped outside', () => {
    expect(colourAt(ramp, 0.25)).toEqual([50, 50, 50]);
    expect(colourAt(ramp, 1)).toEqual([255, 255, 255]);
    expect(colourAt(ramp, -3)).toEqual([0, 0, 0]);
    expect(css(colourAt(ramp, 0.5))).toBe('rgb(100 100 100)');
  });
  it('of a domain without width is the first', () => {
    expect(shareOf(5, [5, 5])).toBe(0);
    expect(shareOf(0.75, [0, 1])).toBe(0.75);
  });
});
