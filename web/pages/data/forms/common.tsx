// Fields of several tasks.

import { NumberField } from '../../../components/fields';
import { data } from '../../../state/data';
import { change } from '../changes';
import { ByName } from './by-name';

/** Most resamples and orders that can be asked for. */
const MOST_DRAWS = 100_000;

/** How activations become an RDM. */
export function DistanceField() {
  const { form, list } = data.value;
  return (
    <ByName
      label="Distance between stimuli"
      value={form.distance}
      choices={list?.distances}
      onChoose={(distance) => change({ distance })}
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
