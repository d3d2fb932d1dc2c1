// What a model says, token by token: the lens over its layers, and what it wrote.

import { useState } from 'preact/hooks';
import { lens, SHADE_NAMES, SHADES, type Shade } from '../../figures/lens';
import { readRamp } from '../../figures/palette';
import { written } from '../../figures/written';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { Drawing } from '../drawing';
import { FigureFrame } from '../figure-frame';
import { Segments } from '../section';
import type { FigureViewProps, Of } from './figure-view';

export function LensFigure({ figure, ...rest }: FigureViewProps<Of<'lens'>>) {
  const [reading, setReading] = useState<string>();
  const [shade, setShade] = useState<Shade>('probability');
  return (
    <FigureFrame
      {...rest}
      figure={figure}
      title={t`What the layers would say next`}
      reading={reading ?? t`Underlined: the guess is the token that follows. ${SHADES[shade]}`}
    >
      <Segments
        label={t`What the colours say`}
        value={shade}
        options={(Object.keys(SHADES) as Shade[]).map((value) => ({ value, label: SHADE_NAMES[value] }))}
        onChoose={setShade}
      />
      <div class="lens-scroll">
        <Drawing
          draw={() => lens(figure, { ramp: readRamp('--ramp-probability'), shade, onRead: setReading })}
          on={[figure, shade]}
        />
      </div>
    </FigureFrame>
  );
}

export function WrittenFigure({ figure, ...rest }: FigureViewProps<Of<'written'>>) {
  const [reading, setReading] = useState<string>();
  return (
    <FigureFrame
      {...rest}
      figure={figure}
      title={fromEngine(figure.title)}
      reading={reading ?? t`Strongly coloured: the token was probable. Point at a token to read it.`}
    >
      <Drawing
        draw={() => written(figure, { ramp: readRamp('--ramp-probability'), onRead: setReading })}
        on={[figure]}
      />
    </FigureFrame>
  );
}
