// Attention patterns: small pictures of all heads, and the chosen one large with its tokens.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { grid } from '../../figures/grid';
import type { Cell } from '../../figures/heatmap-cursor';
import { readRamp } from '../../figures/palette';
import { type HeadPlace, headName, patternGrid, patternOf, readPattern } from '../../figures/patterns';
import type { AttentionPatterns, Grid } from '../../lab/types';
import { t } from '../../words/words';
import { Drawing } from '../drawing';
import { themeChange } from '../use-theme';

interface PatternsDrawingProps {
  figure: AttentionPatterns;
  /** The head that is enlarged. */
  place: HeadPlace;
  onChoose: (place: HeadPlace) => void;
  /** Hears of the cell under pointer or cursor, in words. */
  onRead: (words: string | undefined) => void;
  /** What can be done with the enlarged head. */
  below?: ComponentChildren;
}

export function PatternsDrawing({ figure, place, onChoose, onRead, below }: PatternsDrawingProps) {
  const cursor = useRef<Cell | undefined>(undefined);
  const draw = (width: number) =>
    grid(enlarged(figure, place), {
      width,
      ramp: readRamp('--ramp-similarity'),
      cursor: cursor.current,
      read: ({ row, column }) => readPattern(figure, place, row, column),
      onRead: (at) => {
        cursor.current = at;
        onRead(at?.words);
      },
    });
  return (
    <div class="patterns">
      <SmallPictures figure={figure} place={place} onChoose={onChoose} />
      <div class="enlarged">
        <Drawing draw={draw} on={[figure, place.row, place.head]} />
        {below}
      </div>
    </div>
  );
}

function SmallPictures({ figure, place, onChoose }: Omit<PatternsDrawingProps, 'onRead' | 'below'>) {
  const ref = useRef<HTMLDivElement>(null);
  const marker = useRef<(place: HeadPlace) => void>(() => {});
  // Another head is marked without drawing all anew.
  useEffect(() => {
    const { element, stop, mark } = patternGrid(figure, {
      ramp: readRamp('--ramp-similarity'),
      onChoose,
    });
    const before = ref.current?.firstElementChild;
    const hadFocus = before?.contains(document.activeElement);
    const top = before?.scrollTop ?? 0;
    ref.current?.replaceChildren(element);
    element.scrollTop = top;
    mark(place);
    if (hadFocus) element.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    marker.current = mark;
    return stop;
  }, [figure, themeChange.value]);
  useEffect(() => marker.current(place), [place.row, place.head]);
  return <div ref={ref} class="small-pictures" />;
}

/** One head's pattern as a grid: rows look, columns are looked at. */
function enlarged(figure: AttentionPatterns, place: HeadPlace): Grid {
  return {
    caption: {
      ...figure.caption,
      alt: t`Pattern of ${headName(figure, place)} on ${figure.tokens.length} tokens.`,
    },
    title: headName(figure, place),
    rows: figure.tokens,
    columns: figure.tokens,
    row_axis: t`looks`,
    column_axis: t`${headName(figure, place)}: looked at`,
    values: Array.from(patternOf(figure, place)),
    domain: [0, 1],
    is_diverging: false,
    cell: 'other',
  };
}
