// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ModelCard } from '../../lab/types';
import { bench, update } from '../../state/bench';
import { defaultRecipe } from '../../state/defaults';
import { change } from './changes';
import { lineOff, showHead, switchHead } from './chosen-head';
import { TokenLine } from './tokens-view';
import { kindOf, VIEW_KINDS } from './views/list';
import { ViewsSection } from './views-section';

const card: ModelCard = {
  model: defaultRecipe().model,
  architecture: 'llama',
  input: 'text',
  n_parameters: 1,
  weights_bytes: 4,
  formats: [],
  files: [],
  shape: [],
  sites: [{ name: 'blocks.0.attn.hook_pattern', short: 'pattern.0', about: '', axes: '', units: 0 }],
  default_sites: [],
  has_lens: true,
};
let place: HTMLElement;

beforeEach(() => {
  // What a change schedules must not reach an engine here.
  vi.useFakeTimers();
  place = document.body.appendChild(document.createElement('div'));
  update({ card, recipe: { ...defaultRecipe(), inputs: { kind: 'lines', lines: ['one', 'two'] } } });
});

afterEach(() => {
  render(null, place);
  place.remove();
  vi.clearAllTimers();
  vi.useRealTimers();
});

const show = () => act(() => render(<ViewsSection />, place));
const button = (words: string) =>
  [...place.querySelectorAll('button')].find(
    (one) => one.textContent === words || one.getAttribute('aria-label') === words,
  )!;

describe('the closer looks in the margin', () => {
  it('are those that fit the model; numbers are looked at in every one', () => {
    show();
    const offered = () => [...place.querySelectorAll('.add-view option')].map((option) => option.textContent);
    expect(offered()).toEqual(Object.values(VIEW_KINDS).map(({ title }) => title));
    act(() => update({ card: { ...card, has_lens: false } }));
    expect(offered()).toEqual(['Attention patterns', 'Head scores', 'Numerical panel']);
    act(() => update({ card: { ...card, input: 'image' } }));
    expect(offered()).toEqual(['Numerical panel']);
  });

  it('are added, changed and removed in the recipe', () => {
    show();
    act(() => button('Add').click());
    expect(bench.value.recipe.views).toEqual([kindOf('next_tokens').fresh(bench.value.recipe, [])]);
    const prompt = place.querySelector('textarea')!;
    act(() => {
      prompt.value = 'Once';
      prompt.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(bench.value.recipe.views).toEqual([{ kind: 'next_tokens', prompt: 'Once', n: 10 }]);
    const number = place.querySelector<HTMLInputElement>('.number input')!;
    for (const [typed, n] of [
      ['25', 25],
      ['0', 25],
      ['2.5', 25],
      ['', 25],
    ] as const) {
      act(() => {
        number.value = typed;
        number.dispatchEvent(new Event('input', { bubbles: true }));
      });
      expect(bench.value.recipe.views[0]).toMatchObject({ n });
    }
    act(() => button('Remove Next tokens').click());
    expect(bench.value.recipe.views).toEqual([]);
  });

  it('look at the first text when other inputs have fewer', () => {
    const view = { kind: 'patterns', text: 1, max_tokens: 9 } as const;
    change({ views: [view] });
    change({ inputs: { kind: 'lines', lines: ['one', 'two', 'three'] } });
    expect(bench.value.recipe.views).toEqual([view]);
    change({ inputs: { kind: 'lines', lines: ['one'] } });
    expect(bench.value.recipe.views).toEqual([{ ...view, text: 0 }]);
  });

  it('take one view of patterns for a chosen head, and a line that switches it off and on', () => {
    const head = { layer: 18, head: 6 };
    showHead(head);
    showHead({ layer: 1, head: 2 });
    expect(bench.value.recipe.views.map(({ kind }) => kind)).toEqual(['patterns']);
    switchHead(head);
    expect(bench.value.recipe.changes).toEqual(['z.18 heads 6 = zero']);
    expect(lineOff(head)).toBe('z.18 heads 6 = zero');
    switchHead(head);
    expect(bench.value.recipe.changes).toEqual([]);
  });
});

describe('a text as its tokens', () => {
  const tokens = [
    { id: 101, piece: '[CLS]', isSpecial: true },
    { id: 7, piece: ' cat', isSpecial: false },
    { id: 8, piece: ' sat', isSpecial: false },
  ];

  it('marks special ones and those that the model does not read, and says how many', () => {
    act(() => render(<TokenLine tokens={tokens} limit={2} />, place));
    const classes = [...place.querySelectorAll('.token')].map((token) => token.className);
    expect(classes).toEqual(['token special', 'token', 'token over']);
    expect(place.querySelector('.aside')?.textContent).toBe('3 tokens, 1 more than the model reads');
  });

  it('is read with the arrow keys', () => {
    act(() => render(<TokenLine tokens={tokens} />, place));
    const line = place.querySelector('.tokens')!;
    const press = (key: string) =>
      act(() => void line.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
    press('ArrowRight');
    expect(place.querySelector('.aside')?.textContent).toBe('token 1: “[CLS]”, id 101, special');
    press('ArrowRight');
    expect(place.querySelector('.aside')?.textContent).toBe('token 2: “·cat”, id 7');
  });
});
