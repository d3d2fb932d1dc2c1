// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Panels } from '../lab/types';
import { parseRamp } from './palette';
import { panels } from './panels';
import { arrayOf, tableOf } from './tables';

const data: Panels = {
  caption: { id: 'rdms', finding: '', about: '', unit: 'dissimilarity', n: 2, alt: 'two subjects' },
  title: 'RDMs',
  names: ['subject 1', 'subject 2'],
  labels: ['cat', 'dog'],
  values: [0, 0.5, 0.5, 0, 0, 2, 2, 0],
  domain: [0, 2],
};

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

describe('matrices side by side', () => {
  it('share one scale and one cursor, which is read in all of them', () => {
    const onRead = vi.fn();
    const element = panels(data, { width: 500, ramp: parseRamp('#ffffff, #000000'), onRead });
    expect(element.querySelectorAll('image.pixels')).toHaveLength(2);
    expect(element.querySelectorAll('.legend')).toHaveLength(1);
    for (const key of ['ArrowDown', 'ArrowRight'])
      element.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    expect(onRead).toHaveBeenLastCalledWith({
      row: 0,
      column: 1,
      words: 'cat × dog: subject 1 0.500, subject 2 2.00',
    });
    const marks = [...element.querySelectorAll('.cursor')];
    expect(marks.map((mark) => mark.getAttribute('visibility'))).toEqual(['visible', 'visible']);
    expect(Number(marks[1]!.getAttribute('x'))).toBeGreaterThan(Number(marks[0]!.getAttribute('x')));
  });

  it('stand one beneath the other where there is no room', () => {
    const tall = panels(data, { width: 200, ramp: parseRamp('#ffffff, #000000') });
    const wide = panels(data, { width: 600, ramp: parseRamp('#ffffff, #000000') });
    expect(Number(tall.getAttribute('height'))).toBeGreaterThan(Number(wide.getAttribute('height')));
  });

  it('are a table with their names, and an array of three dimensions', () => {
    const { columns, rows } = tableOf({ kind: 'panels', ...data });
    expect(columns).toEqual(['matrix', '', 'cat', 'dog']);
    expect(rows.at(3)).toEqual(['subject 2', 'dog', 2, 0]);
    expect(arrayOf({ kind: 'panels', ...data }).shape).toEqual([2, 2, 2]);
  });
});
