import { NumberField } from '../../../components/fields';
import { cardNamed, data } from '../../../state/data';
import { roleOfMap } from '../../../state/data-fit';
import { t } from '../../../words/words';
import { change } from '../changes';
import { ByName } from './by-name';
import { PickOne } from './pick';
import { DistanceField, LabelsField } from './shared';

/** Stimuli in groups. */
export function ClusterForm() {
  const { form, list } = data.value;
  const card = cardNamed(form.array);
  const role = roleOfMap(list?.groupings, form.grouping);
  return (
    <>
      <PickOne label={t`Array`} as={role} value={form.array} onChoose={(array) => change({ array })} />
      <ByName
        label={t`Method`}
        value={form.grouping}
        choices={list?.groupings}
        onChoose={(grouping) => change({ grouping })}
      />
      {role === 'rdm' && card?.kind !== 'rdm' && <DistanceField />}
      <NumberField
        label={t`Groups`}
        value={form.n_groups}
        least={1}
        most={Math.max(card?.n_stimuli ?? 1000, 1)}
        onChange={(n_groups) => change({ n_groups })}
      />
      <LabelsField array={form.array} />
    </>
  );
}
