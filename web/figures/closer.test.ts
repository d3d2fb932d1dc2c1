// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Grid, Table } from '../lab/types';
import { openWords } from '../words/words';
import { writeCsv } from './csv';
import { grid, readGrid } from './grid';
import { parseRamp } from './palette';
import { tableFigure } from './table-figure';
import { tableSvg } from './table-svg';
import { arrayOf, tableOf } from './tables';

const caption = { id: 'x', finding: '', about: '', unit: 'share', n: 1, alt: 'what it shows' };
const ramp = parseRamp('#ffffff, #000000');
const scores: Grid = {
  caption,
  title: 'Heads',
  rows: ['0', '1'],
  columns: ['0', '1', '2'],
  row_axis: 'layer',
  column_axis: 'head',
  values: [0, 0.5, 1, 0.25, null, 0.125],
  domain: [0, 1],
  is_diverging: false,
  cell: 'head',
};
const next: Table = {
  caption,
  title: 'Next',
  columns: [
    { name: 'rank', unit: '' },
    { name: 'token', unit: '' },
    { name: 'probability', unit: 'probability' },
    { name: 'log-probability', unit: 'nats' },
  ],
  rows: [
    [1, ' Paris', 0.5, -0.7],
    [2, ' a', 0.25, -1.4],
  ],
};

beforeEach(() => {
  // This DOM has no canvas; small grids need none.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

describe('a grid', () => {
  it('draws a cell where there is a value and none where there is not', () => {
    const element = grid(scores, { width: 300, ramp });
    expect(element.querySelectorAll('.cells rect')).toHaveLength(5);
    expect(element.getAttribute('aria-label')).toBe('what it shows');
  });

  it('is read cell by cell with the arrow keys, and chosen with Enter', () => {
    const [onRead, onChoose] = [vi.fn(), vi.fn()];
    const element = grid(scores, { width: 300, ramp, onRead, onChoose });
    const press = (key: string) =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    press('ArrowDown');
    for (let i = 0; i < 4; i++) press('ArrowRight');
    expect(onRead).toHaveBeenLastCalledWith({ row: 0, column: 2, words: 'layer 0, head 2: 1.00' });
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    expect(onChoose).toHaveBeenCalledWith({ row: 1, column: 2 });
    expect(readGrid(scores, { row: 1, column: 1 })).toBe('layer 1, head 1: nothing to measure');
  });

  it('is a table with its axes, and an array in which nothing measured is NaN', () => {
    expect(writeCsv(tableOf({ kind: 'grid', ...scores }))).toBe(
      'layer \\ head,0,1,2\r\n0,0,0.5,1\r\n1,0.25,,0.125\r\n',
    );
    const { shape, values } = arrayOf({ kind: 'grid', ...scores });
    expect(shape).toEqual([2, 3]);
    expect(values[4]).toBeNaN();
    expect(values[5]).toBe(0.125);
  });
});

describe('a table', () => {
  it('shows spaces, whole numbers in full and a bar beside a probability', () => {
    const element = tableFigure(next);
    const cells = [...element.querySelectorAll('tbody tr:first-child td')].map((cell) => cell.textContent);
    expect(cells).toEqual(['1', '·Paris', '0.500', '−0.700']);
    const bar = element.querySelector<HTMLElement>('.bar span');
    expect(bar?.style.width).toBe('50%');
    expect(element.querySelectorAll('th')[3]?.textContent).toBe('log-probability, nats');
  });

  it('says the engine’s own words in the visitor’s language, and leaves names as they are', async () => {
    await openWords('de');
    const rows = [
      ['only a constant', 1],
      ['shared by a and b', 2],
    ];
    const parts = { ...next, caption: { ...next.caption, id: 'partition' }, rows };
    const first = (table: typeof parts) =>
      [...tableFigure(table).querySelectorAll('tbody td:first-child')].map((cell) => cell.textContent);
    expect(first(parts)).toEqual(['nur eine Konstante', 'geteilt von a und b']);
    expect(first({ ...parts, caption: next.caption })).toEqual(['only a constant', 'shared by a and b']);
    await openWords('en');
  });

  it('is saved with all digits, as its numbers alone, and as a drawing', () => {
    expect(writeCsv(tableOf({ kind: 'table', ...next })).split('\r\n')[1]).toBe('1," Paris",0.5,-0.7');
    expect(arrayOf({ kind: 'table', ...next })).toEqual({
      shape: [2, 3],
      values: Float64Array.of(1, 0.5, -0.7, 2, 0.25, -1.4),
    });
    expect(
      [...tableSvg(tableOf({ kind: 'table', ...next })).querySelectorAll('text')].map(
        (text) => text.textContent,
      ),
    ).toContain('·Paris');
  });
});
