/** Numbers in words: 134,515,008 → 135 M. */
export const compact = (n: number) =>
  new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })
    .format(n)
    .replace(/([KMBT])$/, ' $1');

/** One line of a card. */
export function Line({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
