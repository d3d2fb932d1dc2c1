// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { writeCsv } from './csv';
import { flatMap, type ValuedScatter } from './flat-map';
import { parseRamp } from './palette';
import { arrayOf, tableOf } from './tables';

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

const caption = { id: 'map', finding: '', about: '', unit: '', n: 3, alt: '' };
const scatter = {
  caption,
  labels: ['a', 'b', 'c'],
  x: [0, 1, 2],
  y: [0, 4, 0],
  x_name: 'across, mm',
  y_name: 'up, mm',
};
const valued = { name: 'depth', values: [-1, 3, Number.NaN] };
const readRamp = (name: string) =>
  parseRamp(name === '--ramp-diverging' ? '#0000ff, #ffffff, #ff0000' : '#000000, #ffffff');
const dots = (drawn: Element) => [...drawn.querySelectorAll('[aria-label="dot"] circle')];

it('gives each place the colour of its value, even about 0, and leaves one without a number hollow', () => {
  const drawn = flatMap(scatter, valued, { width: 500, most: 600, readRamp });
  expect(dots(drawn).map((dot) => dot.getAttribute('fill'))).toEqual([
    'rgb(170 170 255)',
    'rgb(255 0 0)',
    'none',
  ]);
  expect(drawn.textContent).toContain('depth');
  expect(drawn.getAttribute('aria-label')).toBe(
    'Flat map of depth at 2 places: least at a (−1.00), most at b (3.00).',
  );
  const one = flatMap(scatter, { name: 'depth', values: [1, 2, 3] }, { width: 500, most: 600, readRamp });
  expect(dots(one).map((dot) => dot.getAttribute('fill'))).toEqual([
    'rgb(0 0 0)',
    'rgb(128 128 128)',
    'rgb(255 255 255)',
  ]);
});

it('is as tall as its places ask for, within what fits', () => {
  const height = (y: number[], most: number) =>
    Number(flatMap({ ...scatter, y }, valued, { width: 500, most, readRamp }).getAttribute('height'));
  expect(height([0, 1, 0], 900)).toBeLessThan(height([0, 2, 0], 900));
  expect(height([0, 100, 0], 400)).toBe(426);
});

it('has its values in table and files', () => {
  const figure: ValuedScatter & { kind: 'scatter' } = { kind: 'scatter', ...scatter, valued };
  expect(writeCsv(tableOf(figure)).split('\r\n').slice(0, 2)).toEqual([
    'stimulus,"across, mm","up, mm",depth',
    'a,0,0,-1',
  ]);
  expect(arrayOf(figure).shape).toEqual([3, 3]);
});
