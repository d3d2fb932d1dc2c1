import { writeNpy } from '../../figures/npy';
import type { DataReport, Figure } from '../../lab/types';
import { data, updateData } from '../../state/data';
import { t } from '../../words/words';
import { change, chooseKind } from './changes';
import { addFiles } from './shelf';

/** Fewer stimuli have no RDM that could be compared. */
const FEWEST = 3;

/** Puts an RDM on the shelf and chooses it as what other arrays are compared with. */
export function AsReference({ figure, report }: { figure: Figure; report: DataReport }) {
  if (report.recipe.task.kind !== 'rdm' || figure.kind !== 'heatmap' || figure.labels.length < FEWEST)
    return null;
  const { array, transform, distance } = report.recipe.task;
  const name = `${transform?.name ?? distance}_of_${array.replace(/[^\w-]+/g, '_')}`;
  const n = figure.labels.length;
  const choose = async () => {
    await addFiles([
      {
        name: `${name}.npy`,
        blob: new Blob([writeNpy([n, n], Float64Array.from(figure.values))]),
        isMadeHere: true,
      },
    ]);
    chooseKind('reference');
    change({ reference: name, arrays: data.value.form.arrays.filter((one) => one !== name) });
    updateData({
      notice: t`${name} is on the shelf and chosen as the reference. A link names it, but does not carry it: save its npy file for others.`,
    });
  };
  return (
    <>
      {' '}
      <button type="button" class="quiet" onClick={() => void choose()}>
        {t`Use as a reference`}
      </button>
    </>
  );
}
