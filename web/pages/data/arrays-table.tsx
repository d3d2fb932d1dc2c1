import { useState } from 'preact/hooks';
import type { ArrayCard, Reading } from '../../lab/types';
import { data, readingOf } from '../../state/data';
import { KIND_WORDS } from '../../state/data-fit';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { chooseReading } from './readings';
import { removeArray } from './removal';
import { shapeWords, stimuliWords } from './sentences';
import { settle } from './shelf';

/** Rows that are shown of a longer table, until all are asked for. */
const FEW = 12;

/** What was understood of each array. */
export function ArraysTable() {
  const { cards, reading } = data.value;
  const [isWhole, setWhole] = useState(false);
  if (cards.length === 0) return null;
  const isLong = cards.length > FEW;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="arrays" tabIndex={0} aria-label={t`Arrays that are here`} aria-busy={reading.length > 0}>
      <table>
        <caption>{t`Your arrays, as they were understood`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Array`}</th>
            <th scope="col">{t`Shape`}</th>
            <th scope="col">{t`Numbers`}</th>
            <th scope="col">{t`Is`}</th>
            <th scope="col">{t`Stimuli`}</th>
            <th scope="col">{t`NaN, infinite`}</th>
            <th scope="col">
              <span class="visually-hidden">{t`Remove`}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(isWhole ? cards : cards.slice(0, FEW)).map((card) => (
            <Row key={card.name} card={card} />
          ))}
        </tbody>
      </table>
      {isLong && (
        <p class="picks">
          <button type="button" class="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t`Show the first ${FEW} arrays` : t`Show all ${cards.length} arrays`}
          </button>
        </p>
      )}
    </section>
  );
}

function Row({ card }: { card: ArrayCard }) {
  const { name, shape, dtype, kind, n_nan, n_infinite, understood, sha256 } = card;
  const isMarred = n_nan + n_infinite > 0;
  return (
    <tr>
      <th scope="row" title={`SHA-256 ${sha256}`}>
        {name}
        <span class="help">
          <EngineWords text={understood} />
        </span>
      </th>
      <td>{shapeWords(shape)}</td>
      <td>{dtype}</td>
      <td class={kind === 'other' ? 'marred' : ''}>
        {card.pairs_of === undefined ? KIND_WORDS[kind] : <ReadingField card={card} />}
      </td>
      <td>{stimuliWords(card)}</td>
      <td class={isMarred ? 'marred' : ''}>{isMarred ? `${n_nan}, ${n_infinite}` : t`none`}</td>
      <td>
        <button
          type="button"
          class="quiet"
          onClick={() => void removeArray(name)}
          aria-label={t`Remove ${name}`}
        >{t`Remove`}</button>
      </td>
    </tr>
  );
}

/** How an array is read whose shape allows two ways. */
function ReadingField({ card }: { card: ArrayCard }) {
  return (
    <select
      value={readingOf(card)}
      aria-label={t`How ${card.name} is read`}
      onChange={(event) => void chooseReading(card.name, event.currentTarget.value as Reading).then(settle)}
    >
      <option value="activations">{KIND_WORDS.activations}</option>
      <option value="rdms">{t`RDMs of ${card.pairs_of ?? 0} stimuli`}</option>
    </select>
  );
}
