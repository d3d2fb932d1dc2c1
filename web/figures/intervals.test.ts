// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Intervals } from '../lab/types';
import { openWords } from '../words/words';
import { writeCsv } from './csv';
import { axisName, extent, intervals } from './intervals';
import { rowsInWords } from './row-words';
import { arrayOf, tableOf } from './tables';

const caption = { id: 'x', finding: '', about: '', unit: '', n: 92, alt: 'V4 is nearest' };
const data: Intervals = {
  caption,
  title: 'Against IT',
  labels: ['conv1', 'fire9'],
  values: [0.1, 0.4],
  intervals: [
    [0.05, 0.2],
    [0.3, 0.5],
  ],
  notes: ['p = 0.02', ''],
  x_name: 'rdm_spearman',
  band: { name: 'noise ceiling', low: 0.6, high: 0.7 },
  baseline: 0,
};
const count = (drawn: Element, what: string) => drawn.querySelectorAll(what).length;

describe('values with their intervals', () => {
  it('are a dot and a line a row, over the band and beside the baseline', () => {
    const drawn = intervals(data, { width: 500 });
    expect(drawn.getAttribute('role')).toBe('img');
    expect(drawn.getAttribute('aria-label')).toBe('V4 is nearest');
    expect(count(drawn, '[aria-label="dot"] circle')).toBe(2);
    expect(count(drawn, '[aria-label="link"] path')).toBe(2);
    expect(count(drawn, '[aria-label="rect"] rect')).toBe(1);
    expect(count(drawn, '[aria-label="rule"] line')).toBe(1);
    for (const words of ['conv1', 'fire9', 'p = 0.02', 'noise ceiling', 'rdm_spearman'])
      expect(drawn.textContent).toContain(words);
  });

  it('have the first row at the top', () => {
    const drawn = intervals(data, { width: 500 });
    const [first, second] = [...drawn.querySelectorAll('[aria-label="dot"] circle')];
    expect(Number(first!.getAttribute('cy'))).toBeLessThan(Number(second!.getAttribute('cy')));
  });

  it('are drawn without intervals, band and baseline too, and without a value that is not finite', () => {
    const bare: Intervals = {
      caption,
      title: '',
      labels: ['a', 'b'],
      values: [0.5, Number.NaN],
      intervals: [],
      notes: [],
      x_name: 'r',
    };
    const drawn = intervals(bare, { width: 320 });
    expect(count(drawn, '[aria-label="dot"] circle')).toBe(1);
    expect(count(drawn, '[aria-label="link"] path')).toBe(0);
    expect(count(drawn, '[aria-label="rect"] rect')).toBe(0);
  });

  it('are named in the visitor’s language where the engine chose the words, and never where the visitor did', async () => {
    await openWords('de');
    const spoken: Intervals = {
      ...data,
      labels: ['all folds', 'fold 2'],
      notes: ['p = 0.02', '0.488 to 0.512'],
    };
    const words = intervals(spoken, { width: 500 }).textContent;
    for (const german of ['alle Teilmengen', 'Teilmenge 2', 'p = 0,02', '0,488 bis 0,512', 'Rauschgrenze'])
      expect(words).toContain(german);
    const rows = rowsInWords(spoken).rows;
    expect(Array.from({ length: rows.length }, (_, i) => rows.at(i)![0])).toEqual([
      'alle Teilmengen',
      'Teilmenge 2',
      'Rauschgrenze',
      'Grundlinie',
    ]);
    // An array may be called what it likes, and files stay as they are.
    const named = { ...spoken, caption: { ...caption, id: 'reference' } };
    expect(intervals(named, { width: 500 }).textContent).toContain('all folds');
    expect(writeCsv(tableOf({ kind: 'intervals', ...spoken }))).toContain('all folds,');
    const pair = {
      ...spoken,
      caption: { ...caption, id: 'similarity_intervals' },
      labels: ['predicted and b', 'c'],
    };
    expect(intervals(pair, { width: 900 }).textContent).toContain('predicted und b');
    await openWords('en');
  });

  it('cut long names to a third of the width', () => {
    const drawn = intervals({ ...data, labels: ['a'.repeat(90), 'b'] }, { width: 360 });
    expect(drawn.textContent).toContain('…');
    expect(drawn.textContent).not.toContain('a'.repeat(40));
  });

  it('give everything that is drawn room on the axis, which says its unit once', () => {
    const [low, high] = extent(data);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0.7);
    const { band, ...rest } = data;
    expect(extent({ ...rest, values: [], intervals: [], baseline: Number.NaN })).toEqual([0, 1]);
    expect(axisName({ ...data, caption: { ...caption, unit: 'bits' } })).toBe('rdm_spearman, bits');
    expect(axisName({ ...data, x_name: 'code, bits', caption: { ...caption, unit: 'bits' } })).toBe(
      'code, bits',
    );
  });

  it('are a table with the band and the baseline, and an array of three columns', () => {
    expect(writeCsv(tableOf({ kind: 'intervals', ...data })).split('\r\n')).toEqual([
      ',rdm_spearman,"lower end, 95 %","upper end, 95 %",note',
      'conv1,0.1,0.05,0.2,p = 0.02',
      'fire9,0.4,0.3,0.5,',
      'noise ceiling,,0.6,0.7,',
      'baseline,0,,,',
      '',
    ]);
    const { shape, values } = arrayOf({ kind: 'intervals', ...data, intervals: [] });
    expect(shape).toEqual([2, 3]);
    expect([...values]).toEqual([0.1, Number.NaN, Number.NaN, 0.4, Number.NaN, Number.NaN]);
  });
});
