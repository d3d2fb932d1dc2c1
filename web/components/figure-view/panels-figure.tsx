import { useRef, useState } from 'preact/hooks';
import type { Cell } from '../../figures/heatmap-cursor';
import { readRamp } from '../../figures/palette';
import { panels } from '../../figures/panels';
import type { Figure } from '../../lab/types';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { Drawing } from '../drawing';
import { FigureFrame } from '../figure-frame';
import type { FigureViewProps } from './figure-view';

/** RDMs side by side, read in all of them at once. */
export function PanelsFigure({ figure, ...rest }: FigureViewProps<Extract<Figure, { kind: 'panels' }>>) {
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
    <FigureFrame
      {...rest}
      figure={figure}
      title={fromEngine(figure.title)}
      reading={reading ?? t`Point at a cell to read it.`}
    >
      <Drawing draw={draw} on={[figure]} />
    </FigureFrame>
  );
}
