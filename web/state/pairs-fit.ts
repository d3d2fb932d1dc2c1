// Pairs of names with ratings, against vectors whose stimuli have those names: the one task whose arrays differ in rows.

import type { ArrayCard, DataTask } from '../lab/types';
import { t } from '../words/words';

type Pairs = Extract<DataTask, { kind: 'pairs' }>;

/** Whether an array's stimuli have names to be looked up. */
const isNamed = ({ kind, stimuli }: ArrayCard) => kind === 'activations' && stimuli.length > 0;

/** The columns of words of a table whose numbers are in an array. */
const wordsOf = (ratings: ArrayCard, cards: readonly ArrayCard[]) =>
  cards.filter(({ kind, name }) => kind === 'labels' && name.startsWith(`${ratings.name}/`));

/** Tables that can be ratings: a number a row, and words for both names, of which the first may be those of the rows. */
export function ratingsAmong(cards: readonly ArrayCard[]): ArrayCard[] {
  return cards.filter((card) => {
    const n = wordsOf(card, cards).length;
    return card.shape.length === 1 && (n === 2 || (n === 1 && card.stimuli.length > 0));
  });
}

/** Arrays whose stimuli have names. */
export const namedAmong = (cards: readonly ArrayCard[]) => cards.filter(isNamed);

/** What of the form ratings on the shelf fill in; nothing where there are none, or no names. */
export function proposePairs(cards: readonly ArrayCard[]) {
  const [ratings] = ratingsAmong(cards);
  const [vectors] = namedAmong(cards).filter(({ name }) => name !== ratings?.name);
  if (!ratings || !vectors) return undefined;
  return { array: vectors.name, ...pairsOf(ratings, cards) };
}

/** The ratings with their columns of names. */
export function pairsOf(ratings: ArrayCard, cards: readonly ArrayCard[]) {
  const words = wordsOf(ratings, cards).map(({ name }) => name);
  const [first, second] = words.length === 2 ? words : ['', words[0]];
  return { ratings: ratings.name, first: first ?? '', second: second ?? '' };
}

/** Why pairs cannot be asked about with the arrays that are here. */
export function pairsRefusal(cards: readonly ArrayCard[]): string | undefined {
  return proposePairs(cards)
    ? undefined
    : t`needs vectors with names, and a table with two columns of names and one of ratings`;
}

/** Why a task of pairs cannot be run, in a sentence; its arrays are all here. */
export function whyNotPairs({ array, ratings, first, second }: Pairs, cards: readonly ArrayCard[]) {
  if (!array) return t`Choose the vectors.`;
  if (!ratings) return t`Choose the ratings.`;
  if (!second) return t`Choose the second names of the pairs.`;
  const card = (name: string) => cards.find((one) => one.name === name)!;
  if (!isNamed(card(array))) return t`The stimuli of ${array} have no names; give a file that names them.`;
  if (card(array).n_nan + card(array).n_infinite > 0) return t`${array} has NaN or infinite values.`;
  if (card(ratings).shape.length !== 1) return t`${ratings} is not one number a pair.`;
  if (!first && card(ratings).stimuli.length === 0) return t`Choose the first names of the pairs.`;
  const n = card(ratings).n_stimuli;
  for (const name of [first, second]) {
    if (!name) continue;
    if (card(name).kind !== 'labels') return t`${name} is no column of words.`;
    if (card(name).n_stimuli !== n)
      return t`${name} has ${card(name).n_stimuli} rows, and ${ratings} has ${n}.`;
  }
  return undefined;
}
