import { t } from '../words/words';

interface PagerProps {
  /** What is counted, such as `Rows`. */
  words: string;
  n: number;
  /** How many are in view at once. */
  step: number;
  /** The first in view, from 0. */
  at: number;
  onTurn: (at: number) => void;
}

/** Goes through what is too long to be shown at once; nothing where it is not. */
export function Pager({ words, n, step, at, onTurn }: PagerProps) {
  if (n <= step) return null;
  const last = Math.min(at + step, n);
  const turn = (to: number) => onTurn(Math.min(Math.max(to, 0), Math.floor((n - 1) / step) * step));
  return (
    <p class="pager">
      <span aria-live="polite">{t`${words} ${at + 1} to ${last} of ${n}`}</span>{' '}
      <button type="button" class="quiet" disabled={at === 0} onClick={() => turn(at - step)}>
        {t`Before`}
      </button>{' '}
      <button type="button" class="quiet" disabled={last === n} onClick={() => turn(at + step)}>
        {t`After`}
      </button>
    </p>
  );
}
