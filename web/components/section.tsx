import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Help } from './help';
import type { HelpTopic } from './help-texts';

interface SectionProps {
  title: string;
  aside?: ComponentChildren;
  /** What its “?” tells. */
  topic: HelpTopic;
  children: ComponentChildren;
}

/** A titled group of controls in the margin. */
export function Section({ title, aside, topic, children }: SectionProps) {
  const id = useId();
  return (
    <section class="controls" aria-labelledby={id}>
      <div class="head">
        <h2 id={id}>
          {title} {aside && <span class="aside">{aside}</span>}
        </h2>
        <Help topic={topic} of={title} />
      </div>
      {children}
    </section>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; isDisabled?: boolean | undefined }[];
  onChoose: (value: T) => void;
  help?: string | undefined;
}

/** A labelled select with a sentence about what is chosen. */
export function Choice<T extends string>({ label, value, options, onChoose, help }: ChoiceProps<T>) {
  const helpId = useId();
  return (
    <div class="choice">
      <label>
        <span>{label}</span>
        <select
          value={value}
          onChange={(event) => onChoose(event.currentTarget.value as T)}
          aria-describedby={help ? helpId : undefined}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled ?? false}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {help && (
        <p class="help" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}

/** One of a few, all in view. */
export function Segments<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class={option.value === value ? 'on' : ''}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.isDisabled ?? false}
            onChange={() => onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
