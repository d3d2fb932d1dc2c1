import { useRef, useState } from 'preact/hooks';
import type { PointReading } from '../../figures/map';
import type { Figure } from '../../lab/types';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { Drawing } from '../drawing';
import { FigureFrame } from '../figure-frame';
import type { FigureViewProps } from './figure-view';

type Mapped = Extract<Figure, { kind: 'scatter' | 'neighbour_graph' }>;

/** Stimuli in the plane, read point by point; in a graph with what each is joined to. */
export function MapFigure({ figure, ...rest }: FigureViewProps<Mapped>) {
  const [reading, setReading] = useState<string>();
  const cursor = useRef<number | undefined>(undefined);
  const draw = async (width: number, most: number) => {
    const options = {
      width,
      height: Math.round(Math.min(width * 0.78, most)),
      cursor: cursor.current,
      onRead: (at: PointReading | undefined) => {
        cursor.current = at?.point;
        setReading(at?.words);
      },
    };
    if (figure.kind === 'scatter') return (await import('../../figures/map')).map(figure, options);
    return (await import('../../figures/neighbour-graph')).neighbourGraph(figure, options);
  };
  const title = figure.title === undefined ? t`The stimuli in the plane` : fromEngine(figure.title);
  return (
    <FigureFrame {...rest} figure={figure} title={title} reading={reading ?? t`Point at a dot to read it.`}>
      <Drawing draw={draw} on={[figure]} />
    </FigureFrame>
  );
}
