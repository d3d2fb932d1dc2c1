import { CopyPython } from '../../components/copy-python';
import { FigureFrame, type FigureFrameProps } from '../../components/figure-frame';
import type { FigureSource } from '../../components/figure-source';
import { save } from '../../figures/export';
import type { Recipe, Report } from '../../lab/types';
import { bench, update } from '../../state/bench';
import { t } from '../../words/words';
import { captureFile } from './capture-file';
import { captureFileName } from './capture-name';

/** The figures that have a script, by their ids; the scripts themselves come when they are asked for. */
const SCRIPTED: readonly string[] = ['similarity', 'rdm', 'map', 'dimension'];

type BenchFrameProps = Omit<FigureFrameProps, 'source' | 'onProblem'> & { report: Report };

/** A figure of the bench in its frame. */
export function BenchFrame({ report, ...rest }: BenchFrameProps) {
  const { id } = rest.figure.caption;
  return (
    <FigureFrame
      {...rest}
      source={sourceOf(report)}
      onProblem={(problem) => update({ problem })}
      more={SCRIPTED.includes(id) && <Python id={id} report={report} />}
    />
  );
}

/** Copies the figure's script; the activations that it reads are captured when they are asked for. */
function Python({ id, report }: { id: string; report: Report }) {
  const find = async () => (await import('./python')).figureScript(id, report, bench.value.card?.sites ?? []);
  const file = { name: captureFileName(report.recipe), save: () => saveActivations(report.recipe) };
  return <CopyPython find={find} files={[file]} />;
}

async function saveActivations(recipe: Recipe) {
  const sites = [...new Set([...recipe.sites, recipe.focus])];
  const { name, blob } = await captureFile({ ...recipe, sites }, new AbortController().signal, () => {});
  save(name, blob, 'application/octet-stream');
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
