// The texts that the engine's Rust code holds, as its sentences begin: with places where numbers and names are filled in.

/** Comments, raw strings (formulas), characters, and what is wanted: strings. */
const PIECES = /\/\/[^\n]*|r(#*)"[\s\S]*?"\1|'(?:\\.|[^\\'\n])'|"((?:\\[\s\S]|[^"\\])*)"/g;

/** The string literals of a source before its tests, as `format!` reads them, with places numbered: `{n} of {}` → `{0} of {1}`. */
export function rustTexts(source) {
  const code = source.split('#[cfg(test)]')[0];
  return [...code.matchAll(PIECES)].flatMap(([, , body]) =>
    body === undefined ? [] : [numbered(plain(body))],
  );
}

/** The same of the sentences that failures have, by their `#[error("…")]`. */
export function errorTexts(source) {
  const found = source.matchAll(/#\[error\(\s*"((?:\\[\s\S]|[^"\\])*)"/g);
  return [...found].map(([, body]) => numbered(plain(body)));
}

/** Where the words of a figure stand: its fields, and variables that fill one. */
const OF_FIGURES =
  /\b(?:title|labels|notes|x_name|y_name|row_axis|column_axis|columns|unit|finding|about|alt)(?:: (?!&|String\b|Vec\b|Option\b|str\b)| = )/g;

/** Where a failure is given words that are no format of an error. */
const OF_FAILURES =
  /\bError::\w+(?:\(| \{)|\b(?:refused|refuse)\(|\breason: (?=format!|")|\blet reason = (?:\|\| )?|\bconst (?:NO_ADAPTER|LESS): &str = /g;

/** The texts that figures get, with places numbered. */
export const figureTexts = (source) => textsAfter(source, OF_FIGURES);

/** The texts that failures get beside their formats, with places numbered. */
export const reasonTexts = (source) => textsAfter(source, OF_FAILURES);

/** The literals with words in the expressions that begin where something is found. */
function textsAfter(source, what) {
  const code = source.split('#[cfg(test)]')[0];
  return [...code.matchAll(what)].flatMap(({ 0: found, index }) =>
    rustTexts(expressionAt(code, index + found.length)).filter((text) => /\p{L}{2}/u.test(text)),
  );
}

/** The expression that starts at a place: up to the comma, semicolon or bracket that ends it. */
function expressionAt(code, start) {
  let depth = 0;
  for (const piece of code
    .slice(start)
    .matchAll(/"(?:\\[\s\S]|[^"\\])*"|'(?:\\.|[^\\'\n])'|[([{]|[)\]}]|[,;]/g)) {
    const [sign] = piece;
    if (/^[([{]$/.test(sign)) depth++;
    else if (/^[)\]}]$/.test(sign)) depth--;
    if (depth < 0 || (depth === 0 && /^[,;]$/.test(sign))) return code.slice(start, start + piece.index);
  }
  return code.slice(start);
}

/** A literal's text: a line that goes on joined, escapes resolved. */
const plain = (body) =>
  body
    .replace(/\\\n\s*/g, '')
    .replace(/\\(u\{[0-9a-f]+\}|.)/gs, (_, letter) => ({ n: '\n', t: '\t' })[letter] ?? letter);

function numbered(text) {
  let place = 0;
  return text
    .replaceAll('{{', '\u0001')
    .replaceAll('}}', '\u0002')
    .replace(/\{[^{}]*\}/g, () => `{${place++}}`)
    .replaceAll('\u0001', '{')
    .replaceAll('\u0002', '}');
}
