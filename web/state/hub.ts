// Which hub names of models are looked up on; kept in this browser.

import { signal } from '@preact/signals';
import { DEFAULT_HUB, normaliseHub } from '../fetch/hub-address';
import { remember, remembered } from './remember';

const KEY = 'inscape.hub';

/** Its address, without a slash at the end. */
export const hub = signal<string>(remembered(KEY) ?? DEFAULT_HUB);

/** Takes another hub, or the usual one for an empty text. Throws a sentence when it is no address. */
export function chooseHub(text: string) {
  hub.value = normaliseHub(text);
  remember(KEY, hub.value === DEFAULT_HUB ? undefined : hub.value);
}
