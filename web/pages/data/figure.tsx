import { CopyPython } from '../../components/copy-python';
import type { FigureSource } from '../../components/figure-source';
import { FigureView } from '../../components/figure-view/figure-view';
import type { DataRecipe, DataReport, ErrorReport, Figure } from '../../lab/types';
import { data, updateData } from '../../state/data';
import { t } from '../../words/words';
import { AsReference } from './as-reference';
import { MapFigure } from './map-figure';
import { pythonOf } from './python/script';
import { filesOnlyHere } from './shelf';

interface DataFigureProps {
  figure: Figure;
  report: DataReport;
  number: number;
  isStale: boolean;
}

/** A figure of the visitor's own arrays in its frame. */
export function DataFigure({ report, ...rest }: DataFigureProps) {
  const { figure } = rest;
  const framing = {
    source: sourceOf(report),
    onProblem: (problem: ErrorReport) => updateData({ problem }),
    more: (
      <>
        <Python recipe={report.recipe} />
        <AsReference figure={figure} report={report} />
      </>
    ),
  };
  if (figure.kind === 'scatter') return <MapFigure {...rest} {...framing} figure={figure} />;
  return <FigureView {...rest} {...framing} />;
}

function Python({ recipe }: { recipe: DataRecipe }) {
  const script = pythonOf(recipe, data.value.cards, data.value.origins);
  if ('why' in script) return <CopyPython find={() => Promise.reject(script.why)} why={script.why} />;
  const names = recipe.arrays.map(({ name }) => name);
  return <CopyPython find={() => Promise.resolve(script.text)} files={filesOnlyHere(names)} />;
}

/** What a report says of where its figures come from. */
export function sourceOf({ recipe, engine, n_stimuli, times }: DataReport): FigureSource {
  const { task, arrays, seed } = recipe;
  const names = arrays.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256.slice(0, 12)})`).join(', ');
  return {
    fileName: `inscape-data-${task.kind}`,
    facts: ['CPU, f64', t`seed ${seed}`],
    conditions: `${names}; CPU, f64, ${t`seed ${seed}`}, Inscape ${engine}.`,
    about: { recipe, engine, n_stimuli, times },
  };
}
