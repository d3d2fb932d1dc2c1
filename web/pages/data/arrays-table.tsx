import type { ArrayCard } from '../../lab/types';
import { data } from '../../state/data';
import { KIND_WORDS } from '../../state/data-fit';
import { shapeWords, stimuliWords } from './sentences';
import { removeArray } from './shelf';

/** What was understood of each array. */
export function ArraysTable() {
  const { cards, reading } = data.value;
  if (cards.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="arrays" tabIndex={0} aria-label="Arrays that are here" aria-busy={reading.length > 0}>
      <table>
        <caption>Your arrays, as they were understood</caption>
        <thead>
          <tr>
            <th scope="col">Array</th>
            <th scope="col">Shape</th>
            <th scope="col">Numbers</th>
            <th scope="col">Is</th>
            <th scope="col">Stimuli</th>
            <th scope="col">NaN, infinite</th>
            <th scope="col">
              <span class="visually-hidden">Remove</span>
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
        <span class="help">{understood}</span>
      </th>
      <td>{shapeWords(shape)}</td>
      <td>{dtype}</td>
      <td class={kind === 'other' ? 'marred' : ''}>{KIND_WORDS[kind]}</td>
      <td>{stimuliWords(card)}</td>
      <td class={isMarred ? 'marred' : ''}>{isMarred ? `${n_nan}, ${n_infinite}` : 'none'}</td>
      <td>
        <button
          type="button"
          class="quiet"
          onClick={() => void removeArray(name)}
          aria-label={`Remove ${name}`}
        >
          Remove
        </button>
      </td>
    </tr>
  );
}
