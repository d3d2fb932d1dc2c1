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
