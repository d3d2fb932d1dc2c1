// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scatter } from '../lab/types';
import { map, readPoint } from './map';
import { MOST_DOTS } from './point-cloud';

const data = (n: number): Scatter => ({
  caption: { id: 'map', finding: '', about: '', unit: '', n, alt: 'a line of stimuli' },
  labels: Array.from({ length: n }, (_, i) => `picture ${i}`),
  x: Float64Array.from({ length: n }, (_, i) => i),
  y: Float64Array.from({ length: n }, () => 0),
  x_name: 'first',
  y_name: 'second',
  groups: Array.from({ length: n }, (_, i) => (i % 2 ? 'face' : 'tool')),
});

function draw(n: number, thumbnails?: string[]) {
  const onRead = vi.fn();
  const element = map(data(n), { width: 500, height: 300, thumbnails, onRead });
  const press = (key: string) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  return { element, onRead, press };
}

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

describe('a map', () => {
  it('is read point by point with the keys: to the side, in order, and to both ends', () => {
    const { element, onRead, press } = draw(5);
    expect(element.getAttribute('tabindex')).toBe('0');
    press('ArrowRight');
    expect(onRead).toHaveBeenLastCalledWith({ point: 0, words: 'picture 0, tool: 0, 0' });
    press('ArrowRight');
    press('PageDown');
    expect(onRead).toHaveBeenLastCalledWith({ point: 2, words: 'picture 2, tool: 2.00, 0' });
    press('End');
    press('ArrowRight');
    expect(onRead).toHaveBeenLastCalledWith({ point: 4, words: 'picture 4, tool: 4.00, 0' });
    expect(element.querySelector('.point-cursor')?.textContent).toBe('picture 4tool');
    press('Escape');
    expect(onRead).toHaveBeenLastCalledWith(undefined);
    expect(element.querySelector('.point-cursor')?.getAttribute('visibility')).toBe('hidden');
  });

  it('shows the picture of the marked stimulus larger', () => {
    const { element, press } = draw(3, ['a.png', 'b.png', 'c.png']);
    press('End');
    expect(element.querySelector('.point-cursor image')?.getAttribute('href')).toBe('c.png');
  });

  it('of very many stimuli is read in the same way', () => {
    const { onRead, press } = draw(MOST_DOTS + 10);
    press('End');
    const point = MOST_DOTS + 9;
    expect(onRead).toHaveBeenLastCalledWith({ point, words: readPoint(data(MOST_DOTS + 10), point) });
  });
});
