import { useId } from 'preact/hooks';
import { NumberField } from '../../components/fields';
import { Section } from '../../components/section';
import { data } from '../../state/data';
import { kindRefusal } from '../../state/data-fit';
import { LARGEST_SEED, type TaskKind } from '../../state/data-form';
import { t } from '../../words/words';
import { change, chooseKind } from './changes';
import { FORMS } from './forms/tasks';
import { KINDS } from './sentences';

/** What is done with the arrays: the tasks all in view, and the settings of the chosen one. */
export function AnalysisSection() {
  const { form } = data.value;
  const Form = FORMS[form.kind];
  return (
    <>
      <Section title={t`Analysis`} topic="tasks">
        <KindPicker />
      </Section>
      <Section title={KINDS[form.kind].title} topic="settings">
        <Form />
        <NumberField
          label={t`Seed of what is drawn at random`}
          value={form.seed}
          least={0}
          most={LARGEST_SEED}
          onChange={(seed) => change({ seed })}
        />
      </Section>
    </>
  );
}

function KindPicker() {
  const { cards, list, form } = data.value;
  const name = useId();
  return (
    <fieldset class="pick">
      <legend class="visually-hidden">{t`Analysis`}</legend>
      {(Object.keys(KINDS) as TaskKind[]).map((kind) => {
        const reason = cards.length === 0 ? undefined : kindRefusal(kind, cards, list);
        const isOn = kind === form.kind;
        return (
          <label key={kind} class={reason ? 'unfit' : ''}>
            <input
              type="radio"
              name={name}
              checked={isOn}
              disabled={reason !== undefined && !isOn}
              onChange={() => chooseKind(kind)}
            />
            <span>
              {KINDS[kind].title}
              {(reason || isOn) && <span class="help">{reason ?? KINDS[kind].about}</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
