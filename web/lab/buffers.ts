import type { Figure } from './types';

/** The memory of the many numbers of a report's figures: it changes hands, and the page makes no copy. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const figures = (value as { figures?: Figure[] } | undefined)?.figures;
  if (!Array.isArray(figures)) return [];
  return figures.flatMap((figure) =>
    Object.values(figure).flatMap((field) =>
      ArrayBuffer.isView(field) && field.buffer instanceof ArrayBuffer ? [field.buffer] : [],
    ),
  );
}
