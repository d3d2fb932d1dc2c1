import { useId } from 'preact/hooks';
import { Section } from '../../components/section';
import { count } from '../../fetch/sentences';
import { bytesToFetch, type DataEntry } from '../../fetch/training-data';
import type { TaskCard } from '../../lab/types';
import { cardOf, isBusy, train } from '../../state/train';
import { setup } from '../../state/train-setup';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { change } from './changes';
import { whole } from './sentences';
import { dataWords } from './words';

/** What is learnt from: all of the data, or the first parts at a cost in accuracy. */
export function DataSection() {
  const card = cardOf(train.value, setup.value.task);
  if (!card) return null;
  const entry = train.value.data.find(({ id }) => id === card.data);
  return (
    <Section title={t`Data`} topic="data" aside={entry?.name}>
      {card.train_files.length > 1 && <Parts card={card} entry={entry} />}
      {entry && (
        <details>
          <summary>{t`Where they come from`}</summary>
          <p class="help">
            <EngineWords text={entry.note} />{' '}
            <span class="source">
              {entry.source}; {entry.licence}.
            </span>
          </p>
        </details>
      )}
    </Section>
  );
}

const sizeWords = (items: string, areAll: boolean) => (areAll ? t`All ${items}` : t`First ${items}`);

function Parts({ card, entry }: { card: TaskCard; entry: DataEntry | undefined }) {
  const name = useId();
  const words = dataWords(card);
  const all = card.train_files.length;
  const chosen = setup.value.n_train_files ?? all;
  // Those whose cost is known, all, and what a link asks for.
  const offered = [...new Set([all, ...Object.keys(words?.expects ?? {}).map(Number), chosen])].sort(
    (a, b) => b - a,
  );
  return (
    <fieldset class="parts">
      <legend class="visually-hidden">{t`How much of the data`}</legend>
      {offered.map((n) => {
        const size = words
          ? sizeWords(words.items(whole(words.n_part * n)), n === all)
          : t`${n} of ${all} parts`;
        const bytes = bytesToFetch(card, n, entry);
        const notes = [
          ...(bytes ? [t`${count(bytes)} to download`] : []),
          ...(words?.expects[n] ? [words.expects[n]] : []),
        ];
        return (
          <label key={n}>
            <input
              type="radio"
              name={name}
              checked={n === chosen}
              disabled={isBusy(train.value)}
              onChange={() => change({ n_train_files: n === all ? undefined : n })}
            />
            <span>
              {size}
              {notes.length > 0 && <span class="help">{notes.join('; ')}</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
