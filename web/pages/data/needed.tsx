import { cardNamed, data, missingArrays, otherArrays } from '../../state/data';

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
          ? 'This link needs these arrays. It carries none of their numbers, and browsers do not let a page keep files, so they must be given again after a reload too; with the last of them it runs by itself.'
          : 'All arrays of this link are here, but not all hold the author’s numbers.'}
      </p>
      <ul>
        {wanted.arrays.map(({ name, sha256 }) => (
          <li key={name} class={stateOf(name, missing, others).kind}>
            <b>{name}</b> {sha256 && <code title={`SHA-256 ${sha256}`}>{sha256.slice(0, 12)}</code>}{' '}
            <span>{stateOf(name, missing, others).words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf(name: string, missing: readonly string[], others: readonly string[]) {
  if (missing.includes(name)) return { kind: 'missing', words: 'not here yet' };
  if (others.includes(name)) {
    const mine = cardNamed(name)?.sha256.slice(0, 12);
    return { kind: 'other', words: `here, with other numbers (${mine})` };
  }
  return { kind: 'here', words: 'here' };
}
