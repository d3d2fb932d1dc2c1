import '@preact/signals';
import { render } from 'preact';
import { Bench } from './bench';

/** Puts the bench on the page. */
export function mount(place: Element) {
  render(<Bench />, place);
}
