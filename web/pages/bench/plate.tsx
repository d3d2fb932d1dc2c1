import { useEffect, useState } from 'preact/hooks';
import { shortName } from '../../fetch/model-index';
import type { Figure, Report } from '../../lab/types';
import { bench, isStale } from '../../state/bench';
import { chosenFigures } from '../../state/embed';
import { isSame } from '../../state/same';
import { t } from '../../words/words';
import { GridFigure, IntervalsFigure, TableFigure, WrittenFigure } from './closer-figures';
import { CurveFigure, HeatmapFigure, LensFigure, MapFigure } from './figures';
import { PatternsFigure } from './patterns-figure';
import { question } from './sentences';
import { Status } from './status';
import { findLooks, type StimulusLooks } from './stimuli';

/** The figures under the question that they answer. */
export function Plate() {
  const { shown, recipe } = bench.value;
  const looks = useLooks(shown?.report);
  const isOld = isStale(bench.value);
  const network =
    shown && (shortName(bench.value.models, shown.report.recipe.model.id) ?? shown.report.run.architecture);
  useEffect(() => {
    document.title = network ? `${network} · Inscape` : 'Inscape';
  }, [network]);
  return (
    <main class="plate" id="plate" tabIndex={-1}>
      <h1>
        {shown
          ? question(network ?? '', shown.report.recipe.inputs, shown.report.run.n_stimuli)
          : t`What do the layers of a network find alike?`}
      </h1>
      <Status />
      <div class="figures">
        {chosenFigures(shown?.report.figures ?? []).map((figure, i) => {
          const common = { report: shown!.report, number: i + 1, isStale: isOld, looks, focus: recipe.focus };
          return <OneFigure key={figure.caption.id} figure={figure} {...common} />;
        })}
      </div>
    </main>
  );
}

type OneFigureProps = {
  figure: Figure;
  report: Report;
  number: number;
  isStale: boolean;
  looks: StimulusLooks;
  focus: string;
};

function OneFigure({ figure, ...common }: OneFigureProps) {
  switch (figure.kind) {
    case 'heatmap':
      return <HeatmapFigure figure={figure} {...common} />;
    case 'scatter':
      return <MapFigure figure={figure} {...common} />;
    case 'curve':
      return <CurveFigure figure={figure} {...common} />;
    case 'lens':
      return <LensFigure figure={figure} {...common} />;
    case 'table':
      return <TableFigure figure={figure} {...common} />;
    case 'grid':
      return <GridFigure figure={figure} {...common} />;
    case 'patterns':
      return <PatternsFigure figure={figure} {...common} />;
    case 'written':
      return <WrittenFigure figure={figure} {...common} />;
    case 'intervals':
      return <IntervalsFigure figure={figure} {...common} />;
    // Figures of the visitor's own arrays and of experiments; a bench gives none of them.
    case 'panels':
    case 'tree':
    case 'neighbour_graph':
    case 'lines':
    case 'plane':
      return null;
  }
}

/** Thumbnails or words of the report's stimuli; they follow when they are there. */
function useLooks(report: Report | undefined): StimulusLooks {
  const [looks, setLooks] = useState<StimulusLooks>({});
  const inputs = report?.recipe.inputs;
  useEffect(() => {
    let isCurrent = true;
    if (inputs) {
      findLooks(inputs).then(
        (found) => isCurrent && setLooks((before) => (isSame(before, found) ? before : found)),
        () => isCurrent && setLooks({}),
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [inputs]);
  return looks;
}
