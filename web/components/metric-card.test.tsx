// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MetricCard as Card } from '../lab/types';
import { MetricCard } from './metric-card';

const CARD: Card = {
  title: 'Participation ratio',
  formula: '\\frac{(\\sum_i \\lambda_i)^2}{\\sum_i \\lambda_i^2}',
  source: 'Gao et al. 2017',
  range: '1 to min(n_stimuli − 1, n_units)',
  larger_is: 'more of it',
  unchanged_by: ['a rotation or reflection of the units', 'a reordering of the stimuli'],
  fails: 'with few stimuli it is biased low',
};
let place: HTMLElement;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, place);
  place.remove();
});

/** Opens the card as a click on its summary does. */
async function unfold() {
  const details = place.querySelector('details')!;
  details.open = true;
  await act(async () => void details.dispatchEvent(new Event('toggle')));
}

describe('the card of a measure', () => {
  it('is folded and asks for nothing before it is opened', () => {
    act(() => render(<MetricCard card={CARD} />, place));
    expect(place.querySelector('summary')?.textContent).toBe('What this measures: Participation ratio');
    expect(place.querySelector('.metric-facts')).toBeNull();
  });

  it('says everything a reader must know, the formula as MathML', async () => {
    act(() => render(<MetricCard card={CARD} />, place));
    await unfold();
    // Before the setter is here the TeX itself stands there.
    expect(place.querySelector('.formula code')?.textContent).toBe(CARD.formula);
    await vi.waitUntil(() => place.querySelector('math'), { timeout: 10_000 });
    expect(place.querySelector('math mfrac')).not.toBeNull();
    const words = place.textContent ?? '';
    for (const part of [
      CARD.title,
      CARD.range,
      'more of it',
      'With few stimuli it is biased low.',
      'Gao et al. 2017.',
    ])
      expect(words).toContain(part);
    expect([...place.querySelectorAll('li')].map((item) => item.textContent)).toEqual(CARD.unchanged_by);
  });

  it('follows the choice: another card brings its own formula', async () => {
    act(() => render(<MetricCard card={CARD} />, place));
    await unfold();
    await vi.waitUntil(() => place.querySelector('math'), { timeout: 10_000 });
    await act(async () => render(<MetricCard card={{ ...CARD, formula: '\\sqrt{x}' }} />, place));
    await vi.waitUntil(() => place.querySelector('math msqrt'), { timeout: 10_000 });
    expect(place.querySelector('math mfrac')).toBeNull();
  });

  it('of TeX that cannot be read shows the TeX', async () => {
    act(() => render(<MetricCard card={{ ...CARD, formula: '\\frac{1' }} />, place));
    await unfold();
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(place.querySelector('.formula')?.textContent).toContain('\\frac{1');
  });

  it('is nothing where there is no card', () => {
    act(() => render(<MetricCard card={undefined} />, place));
    expect(place.innerHTML).toBe('');
  });
});
