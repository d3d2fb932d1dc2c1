import { cardNamed, data } from '../../../state/data';
import { t } from '../../../words/words';
import { change } from '../changes';
import { Further } from './further';
import { PickOne, PickSeveral } from './pick';
import { DistanceField, Draws } from './shared';

/** A reference as a mixture of models. */
export function RegressionForm() {
  const { form } = data.value;
  return (
    <>
      <PickOne
        label={t`Reference, which is explained`}
        as="reference"
        value={form.reference}
        onChoose={(reference) =>
          change({ reference, arrays: form.arrays.filter((name) => name !== reference) })
        }
      />
      <PickSeveral
        label={t`Models`}
        as="rdm"
        n={cardNamed(form.reference)?.n_stimuli}
        except={form.reference}
      />
      <DistanceField />
      <Draws label={t`Orders of a model’s stimuli, for the p-value of what it adds`} field="n_permutations" />
      <Further names={['rsa_regression_nnls']} />
    </>
  );
}
