import type { Paper } from '../../lab/experiment-types';
import { t } from '../../words/words';

/** `Lampinen, Chan, Hermann`, or the first of many with the rest counted as others. */
export function authorsOf({ authors }: Pick<Paper, 'authors'>): string {
  const names = authors.map((name) => name.split(' ').at(-1) ?? name);
  return names.length <= 3 ? names.join(', ') : t`${names[0]!} and others`;
}
