import { data } from '../../../state/data';
import { t } from '../../../words/words';
import { change } from '../changes';

const STEPS = [
  ['isDetrended', t`Take each unit’s line in time away`],
  ['isStandardised', t`Bring each unit to mean 0 and deviation 1`],
  ['isAveraged', t`Average the stimuli of each class`],
] as const;

/** What is done to recordings before they are decoded, within each run where there are runs. */
export function PrepareFields() {
  const { form } = data.value;
  const isAnyOn = STEPS.some(([field]) => form[field]) || form.leftOut !== '';
  return (
    <details open={isAnyOn}>
      <summary>{t`Recordings: what is done before, within each run`}</summary>
      <fieldset class="pick">
        <legend class="visually-hidden">{t`What is done before`}</legend>
        {STEPS.map(([field, words]) => (
          <label key={field}>
            <input
              type="checkbox"
              checked={form[field]}
              onChange={(event) => change({ [field]: event.currentTarget.checked })}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <label class="number">
        <span>{t`Numbers of classes that are left out, such as rest`}</span>
        <input
          type="text"
          autoComplete="off"
          value={form.leftOut}
          onChange={(event) => change({ leftOut: event.currentTarget.value })}
        />
      </label>
    </details>
  );
}
