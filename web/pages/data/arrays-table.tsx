import type { ArrayCard } from '../../lab/types';
import { data } from '../../state/data';
import { KIND_WORDS } from '../../state/data-fit';
import { EngineWords } from '../../words/engine-words';
import { t } from '../../words/words';
import { removeArray } from './removal';
import { shapeWords, stimuliWords } from './sentences';

/** What was understood of each array. */
export function ArraysTable() {
  const { cards, reading } = data.value;
  if (cards.length === 0) return null;
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
          {cards.map((card) => (
            <Row key={card.name} card={card} />
          ))}
        </tbody>
      </table>
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
      <td class={kind === 'other' ? 'marred' : ''}>{KIND_WORDS[kind]}</td>
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
