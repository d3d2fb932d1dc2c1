import { FigureFrame, type FigureFrameProps } from '../../components/figure-frame';
import type { FigureSource } from '../../components/figure-source';
import type { Report } from '../../lab/types';
import { update } from '../../state/bench';
import { t } from '../../words/words';

type BenchFrameProps = Omit<FigureFrameProps, 'source' | 'onProblem'> & { report: Report };

/** A figure of the bench in its frame. */
export function BenchFrame({ report, ...rest }: BenchFrameProps) {
  return <FigureFrame {...rest} source={sourceOf(report)} onProblem={(problem) => update({ problem })} />;
}

/** What a report says of where its figures come from. */
function sourceOf({ run, recipe }: Report): FigureSource {
  const weights = recipe.model.sha256 ? `, ${t`weights SHA-256 ${recipe.model.sha256.slice(0, 12)}`}` : '';
  const backend = run.backend.toUpperCase();
  return {
    fileName: `inscape-${recipe.model.id.replace(/[^\w.-]+/g, '_')}`,
    facts: [`${backend}, ${run.precision}`],
    conditions: `${run.architecture}, ${backend} (${run.device}), ${run.precision}${weights}, Inscape ${run.engine}.`,
    about: { run, recipe },
  };
}
