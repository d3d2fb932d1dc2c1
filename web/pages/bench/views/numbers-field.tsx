import { useEffect, useState } from 'preact/hooks';
import { readNumbers, writeNumbers } from './number-list';

interface NumbersFieldProps {
  label: string;
  value: number[];
  placeholder?: string;
  onChange: (value: number[]) => void;
}

/** Numbers and ranges, `0, 4-8`. What does not read as such is put back when the field is left. */
export function NumbersField({ label, value, placeholder, onChange }: NumbersFieldProps) {
  const written = writeNumbers(value);
  const [text, setText] = useState(written);
  useEffect(
    () => setText((typed) => (writeNumbers(readNumbers(typed) ?? []) === written ? typed : written)),
    [written],
  );
  const put = (typed: string) => {
    setText(typed);
    const numbers = readNumbers(typed);
    if (numbers && writeNumbers(numbers) !== written) onChange(numbers);
  };
  return (
    <label class="number">
      <span>{label}</span>
      <input
        type="text"
        autoComplete="off"
        placeholder={placeholder}
        value={text}
        onInput={(event) => put(event.currentTarget.value)}
        onBlur={() => setText(written)}
      />
    </label>
  );
}
