import { useRef, useState } from 'preact/hooks';
import { Drawing } from '../../components/drawing';
import type { Cell } from '../../figures/heatmap-cursor';
import { readRamp } from '../../figures/palette';
import { panels } from '../../figures/panels';
import type { Figure } from '../../lab/types';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { type DataFigureProps, DataFrame } from './frame';

/** RDMs side by side, read in all of them at once. */
export function PanelsFigure({ figure, ...rest }: DataFigureProps<Extract<Figure, { kind: 'panels' }>>) {
  const [reading, setReading] = useState<string>();
  const cursor = useRef<Cell | undefined>(undefined);
  const draw = (width: number) =>
    panels(figure, {
      width,
      ramp: readRamp('--ramp-distance'),
      cursor: cursor.current,
      onRead: (at) => {
        cursor.current = at;
        setReading(at?.words);
      },
    });
  return (
    <DataFrame
      {...rest}
      figure={figure}
      title={fromEngine(figure.title)}
      reading={reading ?? t`Point at a cell to read it.`}
    >
      <Drawing draw={draw} on={[figure]} />
    </DataFrame>
  );
}
