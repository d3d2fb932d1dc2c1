import type { Figure } from './types';

/** Least milliseconds between two live pictures: drawing one takes the page some. */
const SHOW_EVERY_MS = 250;

/** Hands on the figures of a run that goes on, but not more often than a page can draw them; the report has the last. */
export function throttled(tell: (figures: Figure[]) => void, now = () => performance.now()) {
  let shownAt = Number.NEGATIVE_INFINITY;
  return (figures: Figure[]) => {
    if (now() - shownAt < SHOW_EVERY_MS) return;
    shownAt = now();
    tell(figures);
  };
}
