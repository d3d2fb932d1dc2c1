import { Choice } from '../../../components/section';
import type { ArrayCard } from '../../../lab/types';
import { data } from '../../../state/data';
import { namedAmong, pairsOf, ratingsAmong } from '../../../state/pairs-fit';
import { t } from '../../../words/words';
import { change } from '../changes';

/** The settings of vectors against ratings of pairs. */
export function PairsForm() {
  const { form, cards } = data.value;
  const chooseRatings = (name: string) => {
    const card = cards.find((one) => one.name === name);
    if (card) change(pairsOf(card, cards));
  };
  const columns = [form.first, form.second].filter((name) => name !== '').join(', ');
  return (
    <>
      <Named
        label={t`Vectors whose stimuli have names`}
        value={form.array}
        offered={namedAmong(cards)}
        onChoose={(array) => change({ array })}
      />
      <Named
        label={t`Ratings of pairs`}
        value={form.ratings}
        offered={ratingsAmong(cards)}
        onChoose={chooseRatings}
        help={columns && t`The names of each pair: ${columns}.`}
      />
      <p class="help">
        {t`Cosines of the vectors of each pair against its rating, by Spearman’s rank correlation; larger ratings mean more alike. Pairs with a name that the vectors lack are left out, and counted.`}
      </p>
    </>
  );
}

interface NamedProps {
  label: string;
  value: string;
  offered: readonly ArrayCard[];
  onChoose: (name: string) => void;
  help?: string;
}

function Named({ label, value, offered, onChoose, help }: NamedProps) {
  const names = offered.map(({ name }) => name);
  const option = (name: string) => ({ value: name, label: name || t`choose …` });
  return (
    <Choice
      label={label}
      value={value}
      options={(names.includes(value) ? names : [value, ...names]).map(option)}
      onChoose={onChoose}
      help={help || undefined}
    />
  );
}
