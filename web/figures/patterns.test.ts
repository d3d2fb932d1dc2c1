// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttentionPatterns, Continuations, Lens } from '../lab/types';
import { shadeLens } from './lens';
import { parseRamp } from './palette';
import { patternGrid, patternOf, readPattern } from './patterns';
import { arrayOf, tableOf } from './tables';
import { written } from './written';

const caption = { id: 'x', finding: '', about: '', unit: 'share', n: 2, alt: 'what it shows' };
const ramp = parseRamp('#ffffff, #000000');
/** Two layers of two heads on two tokens; the last head of the last layer looks back. */
const data: AttentionPatterns = {
  caption,
  title: 'Where heads look',
  tokens: [' France', ' Paris'],
  layers: [4, 7],
  n_heads: 2,
  values: Float32Array.of(1, 0, 0.5, 0.5, 1, 0, 0, 1, 1, 0, 0.25, 0.75, 1, 0, 1, 0),
};

/** What the observer of the grid was told, and a way to say what is in view. */
let watched: Element[] = [];
let tell: (entries: { target: Element; isIntersecting: boolean }[]) => void = () => {};

beforeEach(() => {
  watched = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(listener: typeof tell) {
        tell = listener;
      }
      observe(element: Element) {
        watched.push(element);
      }
      disconnect() {
        watched = [];
      }
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

describe('attention patterns', () => {
  it('are cut out of the one array by layer and head', () => {
    expect([...Array.from(patternOf(data, { row: 1, head: 0 }))]).toEqual([1, 0, 0.25, 0.75]);
    expect(readPattern(data, { row: 1, head: 1 }, 1, 0)).toBe('head 7.1: “·Paris” looks at “·France” 1.00');
  });

  it('are painted where they are in view, and hold no memory elsewhere', () => {
    const { element, stop } = patternGrid(data, { ramp, onChoose: vi.fn() });
    const canvases = [...element.querySelectorAll('canvas')];
    expect(watched).toHaveLength(4);
    tell([{ target: watched[2]!, isIntersecting: true }]);
    expect(canvases[2]!.width).toBe(2);
    tell([{ target: watched[2]!, isIntersecting: false }]);
    expect(canvases[2]!.width).toBe(0);
    stop();
    expect(watched).toHaveLength(0);
  });

  it('are gone through with the arrow keys, one stop for Tab', () => {
    const onChoose = vi.fn();
    const { element, mark } = patternGrid(data, { ramp, onChoose });
    document.body.replaceChildren(element);
    const buttons = [...element.querySelectorAll('button')];
    expect(buttons.filter((button) => button.tabIndex === 0)).toHaveLength(1);
    buttons[0]!.focus();
    buttons[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(onChoose).toHaveBeenLastCalledWith({ row: 1, head: 0 });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('head 7.0');
    mark({ row: 1, head: 0 });
    expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual([
      'false',
      'false',
      'true',
      'false',
    ]);
    buttons[3]!.click();
    expect(onChoose).toHaveBeenLastCalledWith({ row: 1, head: 1 });
  });

  it('are a line a head in a table, and every number in an array', () => {
    const { columns, rows } = tableOf({ kind: 'patterns', ...data });
    expect(columns[2]).toBe('to the first token');
    expect(rows.at(0)!.slice(0, 5)).toEqual([4, 0, 0.5, 0.5, 0.5]);
    expect(rows.at(0)![5]).toBeCloseTo(Math.log(2), 12);
    expect(rows.at(3)!.slice(0, 5)).toEqual([7, 1, 1, 1, 0]);
    expect(arrayOf({ kind: 'patterns', ...data }).shape).toEqual([2, 2, 2, 2]);
  });
});

describe('what a model wrote', () => {
  const texts: Continuations = {
    caption,
    title: 'On',
    prompt: 'The capital is',
    texts: [
      {
        tokens: [
          { token: ' Paris', id: 7, probability: 0.5, rank: 1 },
          { token: '.', id: 8, probability: 0.25, rank: 2 },
        ],
        log_probability: -2.0794,
        has_ended: true,
      },
    ],
  };

  it('is read token by token with the arrow keys', () => {
    const onRead = vi.fn();
    const element = written(texts, { ramp, onRead });
    document.body.replaceChildren(element);
    const [first, second] = [...element.querySelectorAll<HTMLElement>('.written-token')];
    first!.focus();
    expect(onRead).toHaveBeenLastCalledWith('token 1: “·Paris” with probability 0.500, guess no. 1, id 7');
    first!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    expect(document.activeElement).toBe(second);
    expect(element.textContent).toContain('ended, ln p = −2.08');
  });

  it('is a table of its tokens', () => {
    expect(tableOf({ kind: 'written', ...texts }).rows.at(1)).toEqual([1, 2, '.', 8, 0.25, 2]);
  });
});

describe('the colours of the logit lens', () => {
  const cell = (probability: number, entropy_nats: number, rank_of_next?: number) => ({
    token: 'a',
    id: 1,
    probability,
    entropy_nats,
    ...(rank_of_next !== undefined && { rank_of_next }),
  });
  const cells = [cell(0.5, 1, 1), cell(0.25, 4, 100), cell(0.1, 2)];
  const lens: Lens = { caption, layers: ['blocks.0'], tokens: ['a', 'b', 'c'], cells };

  it('say probability, entropy up to the largest, or the rank on a logarithmic scale', () => {
    expect(cells.map(shadeLens(lens, 'probability'))).toEqual([0.5, 0.25, 0.1]);
    expect(cells.map(shadeLens(lens, 'entropy'))).toEqual([0.25, 1, 0.5]);
    expect(cells.map(shadeLens(lens, 'rank'))).toEqual([1, 0, 0]);
  });
});
