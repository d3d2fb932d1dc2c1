import { useState } from 'preact/hooks';
import { PatternsDrawing } from '../../components/figure-view/patterns-drawing';
import { type HeadPlace, headName } from '../../figures/patterns';
import type { AttentionPatterns } from '../../lab/types';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { chosenHead } from './chosen-head';
import { HeadActions } from './closer-figures';
import type { FigureProps, Of } from './figures';
import { BenchFrame } from './frame';

/** The attention of all heads as small pictures, and the chosen one large with its tokens. */
export function PatternsFigure({ figure, looks, focus, ...rest }: FigureProps<Of<'patterns'>>) {
  const [reading, setReading] = useState<string>();
  const place = placeOf(figure);
  const hint = t`Enlarged: ${headName(figure, place)}. Point at a cell to read it; choose another head in the grid.`;
  return (
    <BenchFrame {...rest} figure={figure} title={fromEngine(figure.title)} reading={reading ?? hint}>
      <PatternsDrawing
        figure={figure}
        place={place}
        onChoose={({ row, head }) => {
          chosenHead.value = { layer: figure.layers[row] ?? 0, head };
        }}
        onRead={setReading}
        below={<HeadActions head={{ layer: figure.layers[place.row] ?? 0, head: place.head }} />}
      />
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
