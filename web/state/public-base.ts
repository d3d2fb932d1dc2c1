// Where sets are fetched from that this site may not pass on: the public address of the repositories that hold them, or a
// mirror that has the same files; kept in this browser.

import { signal } from '@preact/signals';
import { problem } from './problem';
import { remember, remembered } from './remember';

const KEY = 'inscape.public-base';
/** Files of a repository at a commit: `<base>/<owner>/<name>/<commit>/<path>`. */
export const DEFAULT_PUBLIC_BASE = 'https://raw.githubusercontent.com';

/** Its address, without a slash at the end. */
export const publicBase = signal<string>(remembered(KEY) ?? DEFAULT_PUBLIC_BASE);

/** Takes a mirror, or the usual address for an empty text. Throws an `ErrorReport` when it is no address. */
export function choosePublicBase(text: string) {
  const trimmed = text.trim().replace(/\/+$/, '');
  if (trimmed !== '' && !/^https?:$/.test(protocolOf(trimmed)))
    throw problem(
      'fetch',
      `The mirror was to be an address such as ${DEFAULT_PUBLIC_BASE}, but “${trimmed.slice(0, 60)}” was given. Begin it with https://.`,
    );
  publicBase.value = trimmed || DEFAULT_PUBLIC_BASE;
  remember(KEY, publicBase.value === DEFAULT_PUBLIC_BASE ? undefined : publicBase.value);
}

function protocolOf(address: string): string {
  try {
    return new URL(address).protocol;
  } catch {
    return '';
  }
}
