import { data } from '../../../state/data';
import { t } from '../../../words/words';
import { Further } from './further';
import { PickSeveral } from './pick';
import { Tick } from './tick';

const CARDS = [
  'banded_ridge_encoding_r2_pooled',
  'variance_partition_r2_pooled',
  'noise_ceiling_r2_of_mean',
  'two_versus_two_cosine',
];

/** What is asked of an encoding beyond one array and its R². */
export function EncodeMore({ n }: { n: number | undefined }) {
  const { array, targets, more, repeats, isAlphaShared } = data.value.form;
  const isAnyOn = more.length > 0 || repeats.length > 0 || isAlphaShared;
  return (
    <>
      <Tick field="hasPairs" words={t`Tell pairs of stimuli apart by their predictions`} />
      <details open={isAnyOn}>
        <summary>{t`Several arrays, repeats, penalties`}</summary>
        <PickSeveral
          label={t`Arrays that predict beside it, each with a penalty of its own; with two or three in all, what each explains`}
          as="activations"
          field="more"
          n={n}
          except={[array, targets, ...repeats]}
        />
        <PickSeveral
          label={t`Repeats of the recordings: their mean is predicted, and how well it can be is told`}
          as="activations"
          field="repeats"
          n={n}
          except={[array, targets, ...more]}
        />
        <Tick field="isAlphaShared" words={t`One penalty for all targets, not one for each`} />
        <Further names={CARDS} />
      </details>
    </>
  );
}
