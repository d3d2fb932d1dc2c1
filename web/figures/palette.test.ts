import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colourAt, css, luminance, parseRamp, type Rgb, shareOf, textOn } from './palette';

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

/** What is left of a colour in each kind of vision, linear RGB: Machado, Oliveira & Fernandes 2009, severity 1. */
const VISIONS = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** CIE L*a*b* of a colour as it is seen. */
function seen(colour: Rgb, matrix: readonly number[]): [number, number, number] {
  const linear = colour.map((c) => (c <= 10.31475 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  const [r, g, b] = [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        linear.reduce((sum, value, i) => sum + matrix[row + i]! * value, 0),
      ),
    ),
  ) as [number, number, number];
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe('the colours of groups', () => {
  const themes = tokens.split(":root[data-theme='dark']").map((theme) => ({
    paper: parseRamp(/--paper: (#[0-9a-f]{6})/.exec(theme)![1]!)[0]!,
    colours: [...theme.matchAll(/--group-\d: (#[0-9a-f]{6})/g)].map(([, hex]) => parseRamp(hex!)[0]!),
  }));

  it('stand out from the paper (WCAG for graphics, 3 : 1), eight in each theme', () => {
    for (const { paper, colours } of themes) {
      expect(colours).toHaveLength(8);
      for (const colour of colours)
        expect(contrast(luminance(colour), luminance(paper))).toBeGreaterThanOrEqual(3);
    }
  });

  it('differ in every kind of colour vision (ΔE of at least 20)', () => {
    for (const { colours } of themes)
      for (const matrix of Object.values(VISIONS)) {
        const places = colours.map((colour) => seen(colour, matrix));
        places.forEach((a, i) => {
          for (const b of places.slice(i + 1))
            expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(20);
        });
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
