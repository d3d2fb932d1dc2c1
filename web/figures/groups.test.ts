// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Scatter } from '../lab/types';
import { groupLegend, groupsOf } from './groups';
import { map } from './map';
import { MOST_DOTS, paintPoints } from './point-cloud';
import { SYMBOLS, symbolOf, symbolPath } from './symbols';
import { tableOf } from './tables';

const scatter = (n: number, groups?: string[]): Scatter => ({
  caption: { id: 'map', finding: '', about: '', unit: '', n, alt: 'two groups lie apart' },
  labels: Array.from({ length: n }, (_, i) => `s${i}`),
  x: Array.from({ length: n }, (_, i) => i % 7),
  y: Array.from({ length: n }, (_, i) => i % 11),
  x_name: 'first',
  y_name: 'second',
  ...(groups && { groups: Array.from({ length: n }, (_, i) => groups[i % groups.length]!) }),
});
const options = { width: 500, height: 400 };

describe('groups of points', () => {
  afterEach(() => vi.restoreAllMocks());

  it('have a colour and a shape each, in the order of their names', () => {
    const groups = [...groupsOf(['10', '2', '10', '1']).values()];
    expect(groups.map(({ name, n }) => [name, n])).toEqual([
      ['1', 1],
      ['2', 1],
      ['10', 2],
    ]);
    expect(groups.map(({ colour }) => colour)).toEqual([
      'var(--group-1)',
      'var(--group-2)',
      'var(--group-3)',
    ]);
  });

  it('look different up to 64 of them', () => {
    const groups = groupsOf(Array.from({ length: 64 }, (_, i) => `${i}`)).values();
    const looks = [...groups].map(({ colour, symbol }) => `${colour} ${SYMBOLS.indexOf(symbol)}`);
    expect(new Set(looks).size).toBe(64);
    expect(symbolPath(symbolOf(0), 64)).toMatch(/^M4\.51 0A/);
    expect(symbolPath(symbolOf(1), 100)).toBe('M-4.8 -4.8L4.8 -4.8L4.8 4.8L-4.8 4.8Z');
  });

  it('are named in a legend that breaks its lines, and counted where there are too many', () => {
    const groups = [...groupsOf(Array.from({ length: 30 }, (_, i) => `class ${i}`)).values()];
    const { element, height } = groupLegend(groups, 300);
    expect(element.querySelectorAll('path')).toHaveLength(24);
    expect(element.textContent).toContain('class 0 (1)');
    expect(element.textContent).toContain('and 6 more');
    expect(height).toBeGreaterThan(60);
  });

  it('are drawn as shapes with the legend, and stand in the table', () => {
    const data = scatter(30, ['cat', 'dog']);
    const drawn = map(data, options);
    expect(drawn.querySelectorAll('[aria-label="dot"]')).toHaveLength(2);
    expect(drawn.querySelectorAll('[aria-label="dot"] path')).toHaveLength(30);
    expect(drawn.querySelector('.group-legend')?.textContent).toBe('cat (15)dog (15)');
    const { columns, rows } = tableOf({ kind: 'scatter', ...data });
    expect(columns.at(-1)).toBe('group');
    expect(rows.at(1)).toEqual(['s1', 1, 1, 'dog']);
  });

  it('are plain points where there is no group and no word', () => {
    const drawn = map(scatter(30), options);
    expect(drawn.querySelectorAll('[aria-label="dot"] circle')).toHaveLength(30);
    expect(drawn.querySelector('.group-legend')).toBeNull();
    expect(drawn.querySelectorAll('[aria-label="link"]')).toHaveLength(0);
  });

  it('of very many points are one picture between the same axes', () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    const drawn = map(scatter(MOST_DOTS + 1, ['a', 'b', 'c']), options);
    expect(drawn.querySelectorAll('[aria-label="dot"]')).toHaveLength(0);
    expect(drawn.querySelectorAll('image.points')).toHaveLength(1);
    expect(drawn.textContent).toContain('first');
    expect(drawn.querySelector('.group-legend')?.textContent).toContain('a (667)');
  });

  it('are painted group by group, each point once, those without a place not at all', async () => {
    const groups = groupsOf(['a', 'b']);
    const context = { setTransform: vi.fn(), beginPath: vi.fn(), fill: vi.fn(), fillRect: vi.fn() };
    const path = { moveTo: vi.fn(), lineTo: vi.fn(), arc: vi.fn(), closePath: vi.fn() };
    const points = {
      x: Array.from({ length: 11 }, (_, i) => (i === 3 ? Number.NaN : i)),
      y: Array.from({ length: 11 }, () => 0),
      group: (i: number) => (i === 10 ? undefined : groups.get(i % 2 ? 'b' : 'a')),
    };
    const frame = { width: 9, height: 9, x: (v: number) => v, y: (v: number) => v, size: 10 };
    await paintPoints({ ...context, ...path } as unknown as CanvasRenderingContext2D, points, frame);
    expect(context.fill).toHaveBeenCalledTimes(9);
    expect(context.fillRect).toHaveBeenCalledTimes(1);
  });
});
