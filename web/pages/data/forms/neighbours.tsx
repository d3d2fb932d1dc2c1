import { NumberField } from '../../../components/fields';
import { cardNamed, data } from '../../../state/data';
import { roleOfMap } from '../../../state/data-fit';
import { t } from '../../../words/words';
import { change } from '../changes';
import { ByName } from './by-name';
import { PickOne } from './pick';
import { DistanceField, LabelsField } from './shared';

/** A graph of nearest neighbours. */
export function NeighboursForm() {
  const { form, list } = data.value;
  const card = cardNamed(form.array);
  return (
    <>
      <PickOne
        label={t`Array`}
        as={roleOfMap(list?.maps, form.method)}
        value={form.array}
        onChoose={(array) => change({ array })}
      />
      {card?.kind !== 'rdm' && <DistanceField />}
      <NumberField
        label={t`Neighbours of each`}
        value={form.n_neighbours}
        least={1}
        most={Math.max((card?.n_stimuli ?? 1000) - 1, 1)}
        onChange={(n_neighbours) => change({ n_neighbours })}
      />
      <ByName
        label={t`Places`}
        value={form.method}
        choices={list?.maps}
        onChoose={(method) => change({ method })}
      />
      <LabelsField array={form.array} />
    </>
  );
}
