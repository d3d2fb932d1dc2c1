// The settings of each task.

import type { ComponentChild } from 'preact';
import { NumberField } from '../../../components/fields';
import { MetricCard } from '../../../components/metric-card';
import { cardNamed, data } from '../../../state/data';
import { roleOfMap, roleOfMeasure } from '../../../state/data-fit';
import type { TaskKind } from '../../../state/data-form';
import { fromEngine } from '../../../words/engine';
import { t } from '../../../words/words';
import { change } from '../changes';
import { ByName } from './by-name';
import { ClusterForm } from './cluster';
import { DecodeMore } from './decode-more';
import { EncodeMore } from './encode-more';
import { EnergyForm } from './energy';
import { NeighboursForm } from './neighbours';
import { PairsForm } from './pairs';
import { PickOne, PickSeveral } from './pick';
import { PrepareFields } from './prepare';
import { RdmForm } from './rdm';
import { RdmsForm } from './rdms';
import { RegressionForm } from './regression';
import { DistanceField, Draws, LabelsField } from './shared';
import { Tick } from './tick';

export const FORMS: Record<TaskKind, () => ComponentChild> = {
  compare: CompareForm,
  reference: ReferenceForm,
  summaries: SummariesForm,
  decode: DecodeForm,
  encode: EncodeForm,
  information: InformationForm,
  rdms: RdmsForm,
  cluster: ClusterForm,
  neighbours: NeighboursForm,
  map: MapForm,
  pairs: PairsForm,
  rdm: RdmForm,
  regression: RegressionForm,
  energy: EnergyForm,
};

function CompareForm() {
  const { form, list } = data.value;
  const role = roleOfMeasure(list?.measures, form.measure);
  return (
    <>
      <ByName
        label={t`Measure`}
        value={form.measure}
        choices={list?.measures}
        onChoose={(measure) => change({ measure })}
      />
      {role === 'rdm' && <DistanceField />}
      <PickSeveral label={t`Arrays`} as={role} />
      <Tick field="hasIntervals" words={t`95 % intervals over stimuli, for up to 6 pairs`} />
    </>
  );
}

function ReferenceForm() {
  const { form, list } = data.value;
  const n = cardNamed(form.reference)?.n_stimuli;
  // A reference is compared by its RDMs.
  const measures = list?.measures.filter(({ name }) => roleOfMeasure(list.measures, name) === 'rdm');
  const choose = (reference: string) =>
    change({ reference, arrays: form.arrays.filter((name) => name !== reference) });
  return (
    <>
      <PickOne label={t`Reference`} as="reference" value={form.reference} onChoose={choose} />
      <PickSeveral label={t`Arrays`} as="rdm" n={n} except={form.reference} />
      <DistanceField />
      <ByName
        label={t`Comparison`}
        value={form.comparison}
        choices={measures}
        onChoose={(comparison) => change({ comparison })}
      />
      <Draws label={t`Resamples of the stimuli, for the intervals`} field="n_bootstrap" />
      <Draws label={t`Orders of the stimuli, for the p-values`} field="n_permutations" />
    </>
  );
}

function SummariesForm() {
  const { form, list } = data.value;
  return (
    <>
      <PickSeveral label={t`Arrays`} as="activations" />
      <LabelsField array={form.arrays[0] ?? ''} />
      {list && list.summaries.length > 0 && (
        <details>
          <summary>{t`What is measured`}</summary>
          {list.summaries.map(({ name, card }) => (
            <MetricCard key={name} card={card} words={fromEngine(card.title)} />
          ))}
        </details>
      )}
    </>
  );
}

function DecodeForm() {
  const { form, list } = data.value;
  const n = cardNamed(form.array)?.n_stimuli;
  return (
    <>
      <PickOne label={t`Array`} as="activations" value={form.array} onChoose={(array) => change({ array })} />
      <PickOne
        label={t`Classes`}
        as="labels"
        n={n}
        value={form.labels}
        onChoose={(labels) => change({ labels })}
      />
      <PickOne
        label={t`Runs or subjects, left out one at a time`}
        as="labels"
        n={n}
        none={t`none: folds`}
        except={form.labels}
        value={form.groups}
        onChoose={(groups) => change({ groups })}
      />
      <ByName
        label={t`Decoder`}
        value={form.decoder}
        choices={list?.decoders}
        onChoose={(decoder) => change({ decoder })}
      />
      {form.groups === '' && <FoldsField />}
      <PrepareFields />
      <DecodeMore n={n} />
      <Draws label={t`Orders of the labels, for the p-value`} field="n_permutations" />
    </>
  );
}

function EncodeForm() {
  const { form } = data.value;
  const n = cardNamed(form.array)?.n_stimuli;
  return (
    <>
      <PickOne
        label={t`Array that predicts`}
        as="activations"
        value={form.array}
        onChoose={(array) => change({ array })}
      />
      <PickOne
        label={t`Recordings that are predicted`}
        as="activations"
        n={n}
        except={form.array}
        value={form.targets}
        onChoose={(targets) => change({ targets })}
      />
      <EncodeMore n={n} />
      <FoldsField />
    </>
  );
}

function InformationForm() {
  const { form, list } = data.value;
  const n = cardNamed(form.array)?.n_stimuli;
  return (
    <>
      <PickOne label={t`Array`} as="activations" value={form.array} onChoose={(array) => change({ array })} />
      <PickOne
        label={t`Other array`}
        as="activations"
        n={n}
        except={form.array}
        value={form.targets}
        onChoose={(targets) => change({ targets })}
      />
      <ByName
        label={t`Estimator`}
        value={form.estimator}
        choices={list?.estimators}
        onChoose={(estimator) => change({ estimator })}
      />
    </>
  );
}

function MapForm() {
  const { form, list } = data.value;
  return (
    <>
      <PickOne
        label={t`Array`}
        as={roleOfMap(list?.maps, form.method)}
        value={form.array}
        onChoose={(array) => change({ array })}
      />
      <ByName
        label={t`Method`}
        value={form.method}
        choices={list?.maps}
        onChoose={(method) => change({ method })}
      />
      <LabelsField array={form.array} />
    </>
  );
}

function FoldsField() {
  return (
    <NumberField
      label={t`Folds`}
      value={data.value.form.n_folds}
      least={2}
      most={100}
      onChange={(n_folds) => change({ n_folds })}
    />
  );
}
