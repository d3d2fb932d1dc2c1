import '@preact/signals';
import { render } from 'preact';
import { App } from './app';

/** Puts the lab on the page. */
export function mount(place: Element) {
  render(<App />, place);
}
