import type { FigureSource } from '../../components/figure-source';
import { FigureView } from '../../components/figure-view/figure-view';
import type { ExperimentReport } from '../../lab/experiment-types';
import type { Figure } from '../../lab/types';
import { chosenFigures } from '../../state/embed';
import { experiment, isOtherRun, updateExperiment } from '../../state/experiment';
import { t } from '../../words/words';

/** The figures of the run that goes on, else of the last one, else of a stored one. */
export function Figures() {
  const { live, shown, stored } = experiment.value;
  const report = shown?.report;
  const figures = live ?? report?.figures ?? stored?.figures ?? [];
  if (figures.length === 0) return null;
  const isStale = !live && isOtherRun(experiment.value);
  return (
    <>
      {!live && !report && stored && (
        <p class="notice">
          {t`These figures are of a stored run with the defaults, seed ${stored.run.seed}. Run it to get your own, with its claims.`}
        </p>
      )}
      <div class="figures plates">
        {chosenFigures(figures).map((figure, i) => (
          <OneFigure
            key={`${figure.caption.id} ${i}`}
            figure={figure}
            report={live ? undefined : (report ?? stored)}
            number={i + 1}
            isStale={isStale}
          />
        ))}
      </div>
    </>
  );
}

interface OneFigureProps {
  figure: Figure;
  /** Absent while the run goes on. */
  report: ExperimentReport | undefined;
  number: number;
  isStale: boolean;
}

/** A figure in its frame. */
export function OneFigure({ figure, report, number, isStale }: OneFigureProps) {
  return (
    <FigureView
      figure={figure}
      number={number}
      isStale={isStale}
      source={report ? sourceOf(report) : growing()}
      onProblem={(problem) => updateExperiment({ problem })}
    />
  );
}

/** What a report says of where its figures come from. */
export function sourceOf({ recipe, run }: ExperimentReport): FigureSource {
  const backend = run.backend.toUpperCase();
  const settings = Object.entries(recipe.params).map(([name, value]) => `${name} = ${String(value)}`);
  return {
    fileName: `inscape-${recipe.experiment}-seed-${run.seed}`,
    facts: [`${backend}, ${run.precision}`, t`seed ${run.seed}`],
    conditions: [
      recipe.experiment,
      ...settings,
      t`seed ${run.seed}`,
      `${backend} (${run.device}), ${run.precision}`,
      `Inscape ${run.engine}.`,
    ].join('; '),
    about: { recipe, run },
  };
}

function growing(): FigureSource {
  const { slug, recipe } = experiment.value;
  return {
    fileName: `inscape-${slug}-unfinished`,
    facts: [t`the run goes on`],
    conditions: t`${slug}: the run was not finished.`,
    about: { recipe },
  };
}
