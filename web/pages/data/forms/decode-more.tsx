import { data } from '../../../state/data';
import { t } from '../../../words/words';
import { change } from '../changes';
import { Further } from './further';
import { PickOne } from './pick';
import { Tick } from './tick';

/** What is asked of a decoder beyond its accuracy. */
export function DecodeMore({ n }: { n: number | undefined }) {
  const { control, isCoded, labels } = data.value.form;
  return (
    <details open={control !== '' || isCoded}>
      <summary>{t`How much is the decoder’s own: codelength, control tasks`}</summary>
      <Tick field="isCoded" words={t`Count the bits that tell the classes, by the online code`} />
      <PickOne
        label={t`Types of stimuli, such as words, for control tasks`}
        as="labels"
        n={n}
        none={t`none: no control task`}
        except={labels}
        value={control}
        onChoose={(chosen) => change({ control: chosen })}
      />
      <Further names={['codelength_online_bits', 'codelength_compression', 'probe_selectivity']} />
    </details>
  );
}
