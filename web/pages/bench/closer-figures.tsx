// The figures of closer looks in their frames, wired to the bench.

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Drawing } from '../../components/drawing';
import { grid } from '../../figures/grid';
import type { Cell } from '../../figures/heatmap-cursor';
import { readRamp } from '../../figures/palette';
import { tableFigure } from '../../figures/table-figure';
import { written } from '../../figures/written';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { chosenHead, goToPattern, type Head, isOff, showHead, switchHead } from './chosen-head';
import type { FigureProps, Of } from './figures';
import { BenchFrame } from './frame';

export function TableFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'table'>>) {
  return (
    <BenchFrame {...rest} figure={figure} title={fromEngine(figure.title)}>
      <div class="lens-scroll">
        <Drawing draw={() => tableFigure(figure)} on={[figure]} />
      </div>
    </BenchFrame>
  );
}

export function IntervalsFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'intervals'>>) {
  const draw = async (width: number) => {
    const { intervals } = await import('../../figures/intervals');
    return intervals(figure, { width });
  };
  return (
    <BenchFrame {...rest} figure={figure} title={fromEngine(figure.title)}>
      <Drawing draw={draw} on={[figure]} />
    </BenchFrame>
  );
}

export function GridFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'grid'>>) {
  const [reading, setReading] = useState<string>();
  const cursor = useRef<Cell | undefined>(undefined);
  const isOfHeads = figure.cell === 'head';
  const draw = (width: number) =>
    grid(figure, {
      width,
      ramp: readRamp(figure.is_diverging ? '--ramp-diverging' : '--ramp-similarity'),
      cursor: cursor.current,
      onRead: (at) => {
        cursor.current = at;
        setReading(at?.words);
      },
      ...(isOfHeads && {
        onChoose: ({ row, column }: Cell) =>
          showHead({ layer: Number(figure.rows[row]), head: Number(figure.columns[column]) }),
      }),
    });
  const hint = isOfHeads ? t`Choose a cell to see where that head looks.` : t`Point at a cell to read it.`;
  return (
    <BenchFrame {...rest} figure={figure} title={fromEngine(figure.title)} reading={reading ?? hint}>
      <Drawing draw={draw} on={[figure]} />
      {isOfHeads && chosenHead.value && (
        <HeadActions head={chosenHead.value}>
          <button type="button" onClick={goToPattern}>{t`See where it looks`}</button>{' '}
        </HeadActions>
      )}
    </BenchFrame>
  );
}

/** What can be done with a head. */
export function HeadActions({ head, children }: { head: Head; children?: ComponentChildren }) {
  const name = t`head ${`${head.layer}.${head.head}`}`;
  return (
    <p class="head-actions">
      {t`Chosen: ${name}.`} {children}
      <button type="button" onClick={() => switchHead(head)}>
        {isOff(head) ? t`Switch this head on again` : t`Switch this head off`}
      </button>
    </p>
  );
}

export function WrittenFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'written'>>) {
  const [reading, setReading] = useState<string>();
  return (
    <BenchFrame
      {...rest}
      figure={figure}
      title={fromEngine(figure.title)}
      reading={reading ?? t`Strongly coloured: the token was probable. Point at a token to read it.`}
    >
      <Drawing
        draw={() => written(figure, { ramp: readRamp('--ramp-probability'), onRead: setReading })}
        on={[figure]}
      />
    </BenchFrame>
  );
}
