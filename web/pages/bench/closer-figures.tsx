// The figures of closer looks in their frames, wired to the bench.

import { useRef, useState } from 'preact/hooks';
import { Drawing } from '../../components/drawing';
import { FigureFrame } from '../../components/figure-frame';
import { grid } from '../../figures/grid';
import type { Cell } from '../../figures/heatmap-cursor';
import { readRamp } from '../../figures/palette';
import { tableFigure } from '../../figures/table-figure';
import type { FigureProps, Of } from './figures';

export function TableFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'table'>>) {
  return (
    <FigureFrame {...rest} figure={figure} title={figure.title}>
      <div class="lens-scroll">
        <Drawing draw={() => tableFigure(figure)} on={[figure]} />
      </div>
    </FigureFrame>
  );
}

export function GridFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'grid'>>) {
  const [reading, setReading] = useState<string>();
  const cursor = useRef<Cell | undefined>(undefined);
  const draw = (width: number) =>
    grid(figure, {
      width,
      ramp: readRamp(figure.is_diverging ? '--ramp-diverging' : '--ramp-similarity'),
      cursor: cursor.current,
      onRead: (at) => {
        cursor.current = at;
        setReading(at?.words);
      },
    });
  return (
    <FigureFrame
      {...rest}
      figure={figure}
      title={figure.title}
      reading={reading ?? 'Point at a cell to read it.'}
    >
      <Drawing draw={draw} on={[figure]} />
    </FigureFrame>
  );
}
