// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Heatmap } from '../lab/types';
import { heatmap } from './heatmap';
import { layOut } from './heatmap-axes';
import { parseRamp } from './palette';

const data: Heatmap = {
  caption: { id: 'similarity', finding: '', about: '', unit: 'CKA', n: 4, alt: 'a and b agree, c does not' },
  entries: 'sites',
  labels: ['a', 'b', 'c'],
  values: [1, 0.9, 0.1, 0.9, 1, Number.NaN, 0.1, Number.NaN, 1],
  domain: [0, 1],
};
const ramp = parseRamp('#ffffff, #000000');

function draw() {
  const [onRead, onSelect] = [vi.fn(), vi.fn()];
  const element = heatmap(data, { width: 400, ramp, onRead, onSelect });
  const press = (key: string) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  return { element, onRead, onSelect, press };
}

beforeEach(() => {
  // This DOM has no canvas; the grid of a small matrix needs none.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

describe('the heat map', () => {
  it('says in words what it shows, and takes focus', () => {
    const { element } = draw();
    expect(element.getAttribute('aria-label')).toBe('a and b agree, c does not');
    expect(element.getAttribute('tabindex')).toBe('0');
  });

  it('reads cells to the arrow keys and stops at the edge', () => {
    const { onRead, press } = draw();
    press('ArrowDown');
    expect(onRead).toHaveBeenLastCalledWith({ row: 0, column: 0, words: 'a × a: 1.00' });
    press('ArrowRight');
    expect(onRead).toHaveBeenLastCalledWith({ row: 0, column: 1, words: 'a × b: 0.900' });
    press('ArrowUp');
    expect(onRead).toHaveBeenLastCalledWith({ row: 0, column: 1, words: 'a × b: 0.900' });
    press('Escape');
    expect(onRead).toHaveBeenLastCalledWith(undefined);
  });

  it('chooses the row under the cursor by Enter', () => {
    const { onSelect, press } = draw();
    press('Enter');
    expect(onSelect).not.toHaveBeenCalled();
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    expect(onSelect).toHaveBeenCalledWith(1);
  });

  it('leaves values that are not finite without a colour', () => {
    expect(draw().element.querySelectorAll('.cells rect')).toHaveLength(7);
  });
});

describe('the layout of a heat map', () => {
  const options = { width: 400, ramp };
  it('makes thumbnails as large as cells', () => {
    const layout = layOut(data.labels, { ...options, thumbnails: ['x', 'y', 'z'] });
    expect(layout.left).toBeCloseTo(layout.cell + 5);
    expect(layout.left + 3 * layout.cell).toBeCloseTo(400);
  });
  it('drops names where there is no room for them', () => {
    const layout = layOut(
      Array.from({ length: 300 }, (_, i) => `site ${i}`),
      options,
    );
    expect(layout.font).toBe(0);
    expect(layout.left + 300 * layout.cell).toBeCloseTo(400);
  });
  it('does not repeat long sentences above the grid', () => {
    expect(layOut(['a sentence that is rather long', 'b'], options).top).toBe(5);
  });
});
