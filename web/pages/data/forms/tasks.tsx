// The settings of each task.

import type { ComponentChild } from 'preact';
import { NumberField } from '../../../components/fields';
import { MetricCard } from '../../../components/metric-card';
import { cardNamed, data } from '../../../state/data';
import { roleOfMap, roleOfMeasure } from '../../../state/data-fit';
import type { TaskKind } from '../../../state/data-form';
import { t } from '../../../words/words';
import { change } from '../changes';
import { ByName } from './by-name';
import { DistanceField, Draws } from './common';
import { DecodeMore } from './decode-more';
import { EncodeMore } from './encode-more';
import { EnergyForm } from './energy';
import { PickOne, PickSeveral } from './pick';
import { PrepareFields } from './prepare';
import { RdmForm } from './rdm';
import { RegressionForm } from './regression';
import { Tick } from './tick';

export const FORMS: Record<TaskKind, () => ComponentChild> = {
  compare: CompareForm,
  reference: ReferenceForm,
  summaries: SummariesForm,
  decode: DecodeForm,
  encode: EncodeForm,
  information: InformationForm,
  map: MapForm,
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
        label="Measure"
        value={form.measure}
        choices={list?.measures}
        onChoose={(measure) => change({ measure })}
      />
      {role === 'rdm' && <DistanceField />}
      <PickSeveral label="Arrays" as={role} />
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
      <PickOne label="Reference" as="reference" value={form.reference} onChoose={choose} />
      <PickSeveral label="Arrays" as="rdm" n={n} except={form.reference} />
      <DistanceField />
      <ByName
        label="Comparison"
        value={form.comparison}
        choices={measures}
        onChoose={(comparison) => change({ comparison })}
      />
      <Draws label="Resamples of the stimuli, for the intervals" field="n_bootstrap" />
      <Draws label="Orders of the stimuli, for the p-values" field="n_permutations" />
    </>
  );
}

function SummariesForm() {
  const { form, list } = data.value;
  return (
    <>
      <PickSeveral label="Arrays" as="activations" />
      <LabelsField array={form.arrays[0] ?? ''} />
      {list && list.summaries.length > 0 && (
        <details>
          <summary>What is measured</summary>
          {list.summaries.map(({ name, card }) => (
            <MetricCard key={name} card={card} words={card.title} />
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
      <PickOne label="Array" as="activations" value={form.array} onChoose={(array) => change({ array })} />
      <PickOne
        label="Classes"
        as="labels"
        n={n}
        value={form.labels}
        onChoose={(labels) => change({ labels })}
      />
      <PickOne
        label="Runs or subjects, left out one at a time"
        as="labels"
        n={n}
        none="none: folds"
        except={form.labels}
        value={form.groups}
        onChoose={(groups) => change({ groups })}
      />
      <ByName
        label="Decoder"
        value={form.decoder}
        choices={list?.decoders}
        onChoose={(decoder) => change({ decoder })}
      />
      {form.groups === '' && <FoldsField />}
      <PrepareFields />
      <DecodeMore n={n} />
      <Draws label="Orders of the labels, for the p-value" field="n_permutations" />
    </>
  );
}

function EncodeForm() {
  const { form } = data.value;
  const n = cardNamed(form.array)?.n_stimuli;
  return (
    <>
      <PickOne
        label="Array that predicts"
        as="activations"
        value={form.array}
        onChoose={(array) => change({ array })}
      />
      <PickOne
        label="Recordings that are predicted"
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
      <PickOne label="Array" as="activations" value={form.array} onChoose={(array) => change({ array })} />
      <PickOne
        label="Other array"
        as="activations"
        n={n}
        except={form.array}
        value={form.targets}
        onChoose={(targets) => change({ targets })}
      />
      <ByName
        label="Estimator"
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
        label="Array"
        as={roleOfMap(list?.maps, form.method)}
        value={form.array}
        onChoose={(array) => change({ array })}
      />
      <ByName
        label="Method"
        value={form.method}
        choices={list?.maps}
        onChoose={(method) => change({ method })}
      />
      <LabelsField array={form.array} />
    </>
  );
}

function LabelsField({ array }: { array: string }) {
  return (
    <PickOne
      label="Classes"
      as="labels"
      n={cardNamed(array)?.n_stimuli}
      none="none"
      value={data.value.form.labels}
      onChoose={(labels) => change({ labels })}
    />
  );
}

function FoldsField() {
  return (
    <NumberField
      label="Folds"
      value={data.value.form.n_folds}
      least={2}
      most={100}
      onChange={(n_folds) => change({ n_folds })}
    />
  );
}
