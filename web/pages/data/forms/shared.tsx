// Settings that several tasks have.

import { NumberField } from '../../../components/fields';
import { cardNamed, data } from '../../../state/data';
import { t } from '../../../words/words';
import { change } from '../changes';
import { ByName } from './by-name';
import { PickOne } from './pick';

/** Most resamples and orders that can be asked for. */
const MOST_DRAWS = 100_000;

/** How activations become an RDM. */
export function DistanceField() {
  const { form, list } = data.value;
  return (
    <ByName
      label={t`Distance between stimuli`}
      value={form.distance}
      choices={list?.distances}
      onChoose={(distance) => change({ distance })}
    />
  );
}

/** Labels of an array's stimuli, or none. */
export function LabelsField({ array }: { array: string }) {
  return (
    <PickOne
      label={t`Classes`}
      as="labels"
      n={cardNamed(array)?.n_stimuli}
      none={t`none`}
      value={data.value.form.labels}
      onChoose={(labels) => change({ labels })}
    />
  );
}

export function Draws({ label, field }: { label: string; field: 'n_bootstrap' | 'n_permutations' }) {
  return (
    <NumberField
      label={label}
      value={data.value.form[field]}
      least={0}
      most={MOST_DRAWS}
      onChange={(n) => change({ [field]: n })}
    />
  );
}
