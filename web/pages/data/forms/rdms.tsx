import { cardNamed, data } from '../../../state/data';
import { t } from '../../../words/words';
import { PickSeveral } from './pick';
import { DistanceField, LabelsField } from './shared';

/** RDMs as pictures. */
export function RdmsForm() {
  const { form } = data.value;
  const isAnyMade = form.arrays.some((name) => !['rdm', 'rdms'].includes(cardNamed(name)?.kind ?? ''));
  return (
    <>
      <PickSeveral label={t`Arrays`} as="reference" />
      {isAnyMade && <DistanceField />}
      <LabelsField array={form.arrays[0] ?? ''} />
    </>
  );
}
