import { useState } from 'preact/hooks';
import { type HeadPlace, headName } from '../../figures/patterns';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { FigureFrame } from '../figure-frame';
import type { FigureViewProps, Of } from './figure-view';
import { PatternsDrawing } from './patterns-drawing';

/** The attention of all heads, of which one is enlarged. */
export function PatternsFigure({ figure, ...rest }: FigureViewProps<Of<'patterns'>>) {
  const [reading, setReading] = useState<string>();
  const [place, setPlace] = useState<HeadPlace>({ row: 0, head: 0 });
  const hint = t`Enlarged: ${headName(figure, place)}. Point at a cell to read it; choose another head in the grid.`;
  return (
    <FigureFrame {...rest} figure={figure} title={fromEngine(figure.title)} reading={reading ?? hint}>
      <PatternsDrawing figure={figure} place={place} onChoose={setPlace} onRead={setReading} />
    </FigureFrame>
  );
}
