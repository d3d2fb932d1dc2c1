// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HELP } from './help-texts';
import { Section } from './section';

let place: HTMLElement;
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  render(
    <Section title="Sites" topic="sites">
      <p>controls</p>
    </Section>,
    place,
  );
});
afterEach(() => {
  render(null, place);
  place.remove();
});

const button = () => place.querySelector<HTMLButtonElement>('.ask')!;
const told = () => document.getElementById(button().getAttribute('aria-controls')!)!;

it('stands beside the name of its section, which it does not become part of', () => {
  expect(button().getAttribute('aria-label')).toBe('Help: Sites');
  expect(place.querySelector('h2')!.textContent!.trim()).toBe('Sites');
  expect(told().hidden).toBe(true);
});

it('opens and closes by its button, and closes by Escape, which goes no further', () => {
  act(() => button().click());
  expect([told().hidden, button().getAttribute('aria-expanded')]).toEqual([false, 'true']);
  expect(told().textContent).toBe(HELP.sites);
  let nHeard = 0;
  const hear = () => nHeard++;
  document.addEventListener('keydown', hear);
  const pressEscape = () =>
    act(() => {
      button().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
  pressEscape();
  expect([told().hidden, nHeard]).toEqual([true, 0]);
  pressEscape();
  expect(nHeard).toBe(1);
  document.removeEventListener('keydown', hear);
});

it('says two or three sentences on each section', () => {
  for (const [topic, text] of Object.entries(HELP)) {
    const n = text.split(/[.;] |\.$/).filter(Boolean).length;
    expect(n >= 2 && n <= 5, `${topic}: ${n} clauses`).toBe(true);
    expect(text.split('. ').length, topic).toBeLessThanOrEqual(4);
  }
});
