import type { ComponentChild } from 'preact';

/**
 * A text with marked parts, so that a sentence stays whole for who translates it:
 * `mark(t`Read <a>the guide</a> first.`, { a: (words) => <a href="…">{words}</a> })`.
 */
export function mark(
  text: string,
  marks: Record<string, (words: string) => ComponentChild>,
): ComponentChild[] {
  return text.split(/(<(\w+)>.*?<\/\2>)/).flatMap((piece, i, all) => {
    if (i % 3 === 2) return [];
    if (i % 3 === 0) return [piece];
    const make = marks[all[i + 1]!];
    const inner = piece.slice(piece.indexOf('>') + 1, piece.lastIndexOf('<'));
    return [make ? make(inner) : inner];
  });
}
