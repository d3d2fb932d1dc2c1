// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { parseRamp } from './palette';
import { areElectrodes, electrodesIn, scalpMap } from './scalp-map';

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

const caption = { id: 'map', finding: '', about: '', unit: '', n: 6, alt: '' };
const ramp = parseRamp('#000000, #ffffff');
const options = { width: 400, readRamp: () => ramp };
const labels = ['Fz', 'Cz', 'T3', 'T7', 'C4', 'trigger'];
const values = [1, -2, 3, 9, Number.NaN, 5];

it('takes each electrode once, by the first name, where it has a number', () => {
  expect(electrodesIn(labels, values).map(({ name, value }) => [name, value])).toEqual([
    ['Fz', 1],
    ['Cz', -2],
    ['T7', 3],
  ]);
});

it('is offered where at least four names, and half of all, are electrodes', () => {
  expect(areElectrodes(labels, [1, 2, 3, 4, 5, 6])).toBe(true);
  expect(areElectrodes(labels, values)).toBe(false);
  expect(areElectrodes(['Fz', 'Cz', 'Pz'], [1, 2, 3])).toBe(false);
  expect(areElectrodes(Array<string>(1000).fill('Fz'), Array<number>(1000).fill(1))).toBe(false);
  expect(areElectrodes(['Fz', 'Cz', 'Pz', 'Oz', ...'abcde'], [...'123456789'].map(Number))).toBe(false);
});

it('draws a head with nose up, left on the left, names, a scale about 0, and words for who does not see it', () => {
  const drawn = scalpMap({ caption, labels, values, name: 'amplitude' }, options);
  const dots = [...drawn.querySelectorAll('circle[r="2.4"]')];
  const at = dots.map((dot) => [Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))] as const);
  const [fz, cz, t7] = at;
  expect(fz![0]).toBeCloseTo(cz![0], 6);
  expect(fz![1]).toBeLessThan(cz![1]);
  expect(t7![0]).toBeLessThan(cz![0]);
  // Fz is two of the five tenths from Cz to the outline.
  expect((cz![1] - fz![1]) / (400 / 2 - 18)).toBeCloseTo(0.4, 9);
  for (const words of ['Fz', 'T7', 'amplitude', '−3.00', '3.00']) expect(drawn.textContent).toContain(words);
  expect(drawn.getAttribute('aria-label')).toBe(
    'Head from above, nose up, with amplitude at 3 electrodes: least at Cz (−2.00), most at T7 (3.00).',
  );
  expect(drawn.getAttribute('tabindex')).toBe('0');
});

it('says what an electrode holds as the keys go from one to the next', () => {
  const heard: (string | undefined)[] = [];
  const drawn = scalpMap(
    { caption, labels, values: [1, 2, 3, 4, 5, 6], name: 'power' },
    { ...options, onRead: (words) => heard.push(words) },
  );
  drawn.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
  drawn.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }));
  expect(heard).toEqual(['Fz: 1.00', 'Cz: 2.00']);
});
