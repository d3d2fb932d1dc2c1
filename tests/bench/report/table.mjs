/** A Markdown table whose columns also line up in a terminal. `rows` are lists of texts, the first column to the left. */
export function table(header, rows) {
  const widths = header.map((title, at) => Math.max(...[title, ...rows.map((row) => row[at])].map(width)));
  const line = (cells) =>
    `| ${cells.map((text, at) => (at === 0 ? padEnd : padStart)(text, widths[at])).join(' | ')} |`;
  const rule = widths.map((n, at) => (at === 0 ? '-'.repeat(n + 2) : `${'-'.repeat(n + 1)}:`));
  return [line(header), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

const width = (text) => [...text].length;
const padEnd = (text, n) => text + ' '.repeat(n - width(text));
const padStart = (text, n) => ' '.repeat(n - width(text)) + text;
