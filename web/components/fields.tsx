// Fields of a form: words and numbers with their labels.

import { useEffect, useState } from 'preact/hooks';
import { t } from '../words/words';

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  rows?: number;
  placeholder?: string | undefined;
}

/** A few lines of text, as they are typed. */
export function TextField({ label, value, onInput, rows = 2, placeholder }: TextFieldProps) {
  return (
    <label class="lines">
      <span>{label}</span>
      <textarea
        rows={rows}
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

interface NumberFieldProps {
  label: string;
  value: number;
  least: number;
  most: number;
  /** Whole numbers only, unless it is false. */
  isWhole?: boolean;
  onChange: (value: number) => void;
}

/** A number within bounds. What does not read as one is put back when the field is left. */
export function NumberField({ label, value, least, most, isWhole = true, onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const put = (typed: string) => {
    setText(typed);
    const number = Number(typed.trim().replace(',', '.'));
    const isNumber = typed.trim() !== '' && Number.isFinite(number) && (!isWhole || Number.isInteger(number));
    if (isNumber && number >= least && number <= most && number !== value) onChange(number);
  };
  return (
    <label class="number" title={t`${least} to ${most}`}>
      <span>{label}</span>
      <input
        type="text"
        inputMode={isWhole ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={text}
        onInput={(event) => put(event.currentTarget.value)}
        onBlur={() => setText(String(value))}
      />
    </label>
  );
}
