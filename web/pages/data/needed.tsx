import { cardNamed, data, missingArrays, otherArrays } from '../../state/data';
import { namesOf } from '../../state/data-form';
import { t } from '../../words/words';
import { startAnew } from './shelf';

/** The arrays that a link asks for, and which of them are here. */
export function Needed() {
  const { wanted } = data.value;
  const missing = missingArrays();
  const others = otherArrays(data.value);
  if (!wanted || (missing.length === 0 && others.length === 0)) return null;
  return (
    <section class="needed" aria-labelledby="needed">
      <p id="needed">
        {missing.length > 0
          ? t`This link needs these arrays. It carries none of their numbers; with the last of them it runs by itself.`
          : t`All arrays of this link are here, but not all hold the author’s numbers.`}
      </p>
      <ul>
        {namesOf(wanted.task).map((name) => (
          <Line key={name} name={name} sha256={wanted.arrays.find((array) => array.name === name)?.sha256} />
        ))}
      </ul>
      <p class="picks">
        <button type="button" onClick={startAnew}>{t`Ask for something else`}</button>
      </p>
    </section>
  );
}

function Line({ name, sha256 }: { name: string; sha256: string | undefined }) {
  const { kind, words } = stateOf(name);
  return (
    <li class={kind}>
      <b>{name}</b> {sha256 && <code title={`SHA-256 ${sha256}`}>{sha256.slice(0, 12)}</code>}{' '}
      <span>{words}</span>
    </li>
  );
}

function stateOf(name: string) {
  if (missingArrays().includes(name)) return { kind: 'missing', words: t`not here yet` };
  if (otherArrays(data.value).includes(name)) {
    const mine = cardNamed(name)?.sha256.slice(0, 12) ?? '';
    return { kind: 'other', words: t`here, with other numbers (${mine})` };
  }
  return { kind: 'here', words: t`here` };
}
