import { MetricCard } from '../../../components/metric-card';
import { Choice } from '../../../components/section';
import { inWords, nameInWords } from '../../../figures/labels';
import type { Choice as Listed } from '../../../lab/types';
import { fromEngine } from '../../../words/engine';

interface ByNameProps {
  label: string;
  value: string;
  choices: readonly Listed[] | undefined;
  /** What choosing none of them is called, where that may be. */
  none?: string;
  onChoose: (name: string) => void;
}

/** A measure, distance, decoder or map by its exact name, with what it is and when it misleads. */
export function ByName({ label, value, choices = [], none, onChoose }: ByNameProps) {
  const chosen = choices.find(({ name }) => name === value);
  const names = choices.map(({ name }) => name);
  return (
    <>
      <Choice
        label={label}
        value={value}
        options={[
          ...(none === undefined ? [] : [{ value: '', label: none }]),
          ...(chosen || value === '' ? names : [...names, value]).map((name) => ({
            value: name,
            label: nameInWords(name),
          })),
        ]}
        onChoose={onChoose}
        help={chosen && fromEngine(inWords(chosen.about))}
      />
      <MetricCard card={chosen?.card} />
    </>
  );
}
