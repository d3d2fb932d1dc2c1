import { NumberField } from '../../../components/fields';
import { Choice } from '../../../components/section';
import type { Noise } from '../../../lab/types';
import { cardNamed, data } from '../../../state/data';
import { OF_CONDITIONS } from '../../../state/data-fit-more';
import type { MoreForm } from '../../../state/data-form-more';
import { t } from '../../../words/words';
import { change } from '../changes';
import { ByName } from './by-name';
import { Further } from './further';
import { PickOne } from './pick';
import { Tick } from './tick';

/** The RDM of an array, between stimuli or between conditions, and what is done to it. */
export function RdmForm() {
  const { form, list } = data.value;
  const n = cardNamed(form.array)?.n_stimuli;
  return (
    <>
      <PickOne
        label={t`Array`}
        as={form.labels ? 'activations' : 'rdm'}
        value={form.array}
        onChoose={(array) => change({ array })}
      />
      <PickOne
        label={t`Conditions that were measured several times`}
        as="labels"
        n={n}
        none={t`none: each row is a stimulus`}
        except={form.array}
        value={form.labels}
        onChoose={(labels) => change({ labels })}
      />
      {form.labels && (
        <PickOne
          label={t`Runs`}
          as="labels"
          n={n}
          none={t`none`}
          except={form.labels}
          value={form.groups}
          onChoose={(groups) => change({ groups })}
        />
      )}
      <ByName
        label={t`Distance`}
        value={form.rdmDistance}
        choices={[...(list?.distances ?? []), ...(list?.noise_distances ?? [])]}
        onChoose={(rdmDistance) => change({ rdmDistance })}
      />
      {OF_CONDITIONS.includes(form.rdmDistance) && <NoiseField />}
      <TransformFields />
      <Tick field="hasTopology" words={t`Count components and loops at each threshold (Betti curves)`} />
      <Further names={['vietoris_rips_barcode']} />
    </>
  );
}

function NoiseField() {
  const ways: [Noise, string][] = [
    ['towards_variances', t`covariance, shrunk towards the variances`],
    ['towards_identity', t`covariance, shrunk towards the identity`],
    ['full', t`covariance as it is`],
    ['variances', t`variances alone`],
    ['ignored', t`ignored: every unit counts alike`],
  ];
  return (
    <Choice
      label={t`Noise over units`}
      value={data.value.form.noise}
      options={ways.map(([value, label]) => ({ value, label }))}
      onChoose={(noise) => change({ noise: noise as Noise })}
    />
  );
}

/** The transform by its name with its settings. */
function TransformFields() {
  const { form, list } = data.value;
  const { transform, lower, upper, n_neighbours } = form;
  const names = list?.transforms.map(({ name }) => name) ?? [];
  return (
    <>
      <ByName
        label={t`What is done to the distances`}
        value={transform}
        choices={list?.transforms}
        none={t`nothing`}
        onChoose={(name) => {
          if (name === '' || names.includes(name)) change({ transform: name as MoreForm['transform'] });
        }}
      />
      {transform === 'geo_topological_transform' && (
        <>
          <NumberField
            label={t`Quantile up to which distances become 0`}
            value={lower}
            least={0}
            most={1}
            isWhole={false}
            onChange={(value) => change({ lower: value })}
          />
          <NumberField
            label={t`Quantile from which on they become 1`}
            value={upper}
            least={0}
            most={1}
            isWhole={false}
            onChange={(value) => change({ upper: value })}
          />
        </>
      )}
      {transform === 'geodesic_distance' && (
        <NumberField
          label={t`Nearest others that each stimulus is joined with`}
          value={n_neighbours}
          least={1}
          most={1000}
          onChange={(value) => change({ n_neighbours: value })}
        />
      )}
    </>
  );
}
