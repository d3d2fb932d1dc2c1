// Each kind of figure in its frame, read by pointer and keyboard, and wired to nothing else.

import { useRef, useState } from 'preact/hooks';
import { grid } from '../../figures/grid';
import { heatmap } from '../../figures/heatmap';
import type { Cell } from '../../figures/heatmap-cursor';
import { shorten } from '../../figures/labels';
import { readRamp } from '../../figures/palette';
import { plotted } from '../../figures/plotted';
import { tableFigure } from '../../figures/table-figure';
import type { Figure } from '../../lab/types';
import { fromEngine } from '../../words/engine';
import { t } from '../../words/words';
import { Drawing } from '../drawing';
import { FigureFrame, type FigureFrameProps } from '../figure-frame';
import { MapFigure } from './map-figure';
import { PanelsFigure } from './panels-figure';
import { PatternsFigure } from './patterns-figure';
import { LensFigure, WrittenFigure } from './token-figures';
import { TreeFigure } from './tree-figure';

/** What every figure gets: where it stands and where it comes from. */
export type FigureViewProps<F> = Omit<FigureFrameProps, 'figure' | 'title' | 'reading' | 'children'> & {
  figure: F;
};

export type Of<K extends Figure['kind']> = Extract<Figure, { kind: K }>;

/** Longest name along an axis, in characters: a share of the width. */
const longest = (width: number) => Math.round(Math.min(22, Math.max(10, width / 32)));

export function FigureView({ figure, ...rest }: FigureViewProps<Figure>) {
  switch (figure.kind) {
    case 'heatmap':
      return <HeatmapFigure figure={figure} {...rest} />;
    case 'grid':
      return <GridFigure figure={figure} {...rest} />;
    case 'table':
      return (
        <FigureFrame figure={figure} title={fromEngine(figure.title)} {...rest}>
          <div class="lens-scroll">
            <Drawing draw={() => tableFigure(figure)} on={[figure]} />
          </div>
        </FigureFrame>
      );
    case 'scatter':
    case 'neighbour_graph':
      return <MapFigure figure={figure} {...rest} />;
    case 'panels':
      return <PanelsFigure figure={figure} {...rest} />;
    case 'tree':
      return <TreeFigure figure={figure} {...rest} />;
    case 'curve':
    case 'intervals':
    case 'lines':
    case 'plane':
      return <PlotFigure figure={figure} {...rest} />;
    case 'lens':
      return <LensFigure figure={figure} {...rest} />;
    case 'patterns':
      return <PatternsFigure figure={figure} {...rest} />;
    case 'written':
      return <WrittenFigure figure={figure} {...rest} />;
  }
}

function HeatmapFigure({ figure, ...rest }: FigureViewProps<Of<'heatmap'>>) {
  const { reading, cursor, hear } = useReading();
  const isDistance = figure.entries === 'stimuli';
  const draw = (width: number) =>
    heatmap(figure, {
      width,
      ramp: readRamp(isDistance ? '--ramp-distance' : '--ramp-similarity'),
      shortLabel: (label) => shorten(label, longest(width)),
      cursor: cursor.current,
      onRead: hear,
    });
  const title = isDistance
    ? t`How far apart the stimuli are`
    : figure.entries === 'sites'
      ? t`What the sites find alike`
      : t`How alike the arrays are`;
  return (
    <FigureFrame {...rest} figure={figure} title={title} reading={reading}>
      <Drawing draw={draw} on={[figure]} />
    </FigureFrame>
  );
}

function GridFigure({ figure, ...rest }: FigureViewProps<Of<'grid'>>) {
  const { reading, cursor, hear } = useReading();
  const draw = (width: number) =>
    grid(figure, {
      width,
      ramp: readRamp(figure.is_diverging ? '--ramp-diverging' : '--ramp-similarity'),
      cursor: cursor.current,
      onRead: hear,
    });
  return (
    <FigureFrame {...rest} figure={figure} title={fromEngine(figure.title)} reading={reading}>
      <Drawing draw={draw} on={[figure]} />
    </FigureFrame>
  );
}

/** The figures that Observable Plot draws, which loads with the first of them. */
function PlotFigure({ figure, ...rest }: FigureViewProps<Of<'curve' | 'intervals' | 'lines' | 'plane'>>) {
  const draw = (width: number, most: number) =>
    plotted(figure, { width, height: Math.round(Math.min(width * 0.78, most)) });
  const title = fromEngine(figure.kind === 'curve' ? figure.y_name : figure.title);
  return (
    <FigureFrame figure={figure} title={title} {...rest}>
      <Drawing draw={draw} on={[figure]} />
    </FigureFrame>
  );
}

/** The cell under pointer or cursor, in words, and where it was when the figure is drawn anew. */
function useReading() {
  const [reading, setReading] = useState<string>();
  const cursor = useRef<Cell | undefined>(undefined);
  const hear = (at: (Cell & { words: string }) | undefined) => {
    cursor.current = at;
    setReading(at?.words);
  };
  return { reading: reading ?? t`Point at a cell to read it.`, cursor, hear };
}
