/** How well a text answers what is typed, larger is better; `undefined` where a word of it does not occur, even with gaps. */
export function rate(typed: string, text: string): number | undefined {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const scores = words.map((word) => rateWord(word, plain(text)));
  if (scores.includes(undefined)) return undefined;
  return scores.reduce<number>((sum, score) => sum + score!, 0) - text.length / 1000;
}

/** Letters count the same with accents and in capitals. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The word as it stands, best at the beginning of a word; else its letters in their order, the closer the better. */
function rateWord(word: string, text: string): number | undefined {
  const at = text.indexOf(word);
  if (at >= 0) return startsWord(text, at) ? 3 : 2;
  let place = -1;
  let gaps = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, place + 1);
    if (next < 0) return undefined;
    if (place >= 0) gaps += next - place - 1;
    place = next;
  }
  return 1 / (1 + gaps);
}

const startsWord = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
