import { cardNamed, data } from '../../../state/data';
import { t } from '../../../words/words';
import { change } from '../changes';
import { Further } from './further';
import { PickOne, PickSeveral } from './pick';

/** Arrays on a graph of their stimuli. */
export function EnergyForm() {
  const { form } = data.value;
  const n = cardNamed(form.arrays[0] ?? '')?.n_stimuli;
  return (
    <>
      <PickSeveral label={t`Arrays`} as="activations" except={form.graph} />
      <PickOne
        label={t`Graph: weights, or a list of edges with stimuli from 0`}
        as="graph"
        n={n}
        value={form.graph}
        onChoose={(graph) => change({ graph, arrays: form.arrays.filter((name) => name !== graph) })}
      />
      <Further names={['dirichlet_energy', 'dirichlet_energy_normalised']} />
    </>
  );
}
