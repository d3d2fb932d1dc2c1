import { useEffect, useRef, useState } from 'preact/hooks';
import { Drawing } from '../../components/drawing';
import { themeChange } from '../../components/use-theme';
import { grid } from '../../figures/grid';
import type { Cell } from '../../figures/heatmap-cursor';
import { readRamp } from '../../figures/palette';
import { type HeadPlace, headName, patternGrid, patternOf, readPattern } from '../../figures/patterns';
import type { AttentionPatterns, Grid } from '../../lab/types';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { chosenHead } from './chosen-head';
import { HeadActions } from './closer-figures';
import type { FigureProps, Of } from './figures';
import { BenchFrame } from './frame';

/** The attention of all heads as small pictures, and the chosen one large with its tokens. */
export function PatternsFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'patterns'>>) {
  const [reading, setReading] = useState<string>();
  const cursor = useRef<Cell | undefined>(undefined);
  const place = placeOf(figure);
  const draw = (width: number) =>
    grid(enlarged(figure, place), {
      width,
      ramp: readRamp('--ramp-similarity'),
      cursor: cursor.current,
      read: ({ row, column }) => readPattern(figure, place, row, column),
      onRead: (at) => {
        cursor.current = at;
        setReading(at?.words);
      },
    });
  const hint = t`Enlarged: ${headName(figure, place)}. Point at a cell to read it; choose another head in the grid.`;
  return (
    <BenchFrame {...rest} figure={figure} title={fromEngine(figure.title)} reading={reading ?? hint}>
      <div class="patterns">
        <SmallPictures figure={figure} place={place} />
        <div class="enlarged">
          <Drawing draw={draw} on={[figure, place.row, place.head]} />
          <HeadActions head={{ layer: figure.layers[place.row] ?? 0, head: place.head }} />
        </div>
      </div>
    </BenchFrame>
  );
}

/** The chosen head, if this model has it; else the first. */
function placeOf(figure: AttentionPatterns): HeadPlace {
  const chosen = chosenHead.value;
  const row = chosen ? figure.layers.indexOf(chosen.layer) : -1;
  return chosen && row >= 0 && chosen.head < figure.n_heads
    ? { row, head: chosen.head }
    : { row: 0, head: 0 };
}

function SmallPictures({ figure, place }: { figure: AttentionPatterns; place: HeadPlace }) {
  const ref = useRef<HTMLDivElement>(null);
  const marker = useRef<(place: HeadPlace) => void>(() => {});
  // Another head is marked without drawing all anew.
  useEffect(() => {
    const { element, stop, mark } = patternGrid(figure, {
      ramp: readRamp('--ramp-similarity'),
      onChoose: ({ row, head }) => {
        chosenHead.value = { layer: figure.layers[row] ?? 0, head };
      },
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
