/** Rules about the text of source files. Each takes `[{ path, text }]` and returns sentences; none when all is well. */

const isTest = (path) => /\.test\.tsx?$/.test(path);
const isPage = ({ path }) => /^web\/.*\.(tsx?|css)$/.test(path) && !isTest(path);

/** The network is touched in one folder, so what leaves the machine can be read in one place. */
export function checkNetwork(files) {
  const words = /(?<![.\w])fetch\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport)\b/;
  return lines(
    files.filter((file) => isPage(file) && !file.path.startsWith('web/fetch/')),
    words,
  ).map((place) => `${place} touches the network; only web/fetch may.`);
}

// Colours by name, and the choice of black or white that reads better on a computed one.
const COLOUR_FILES = ['web/styles/tokens.css', 'web/figures/palette.ts'];

/** Colours have names in one file, so that the dark negative is complete. */
export function checkColours(files) {
  const words = /#[0-9a-f]{3,8}\b(?!['"]?\))|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(\s*[\d.]/i;
  const elsewhere = files.filter((file) => isPage(file) && !COLOUR_FILES.includes(file.path));
  return lines(elsewhere, words).map(
    (place) => `${place} has a colour of its own; name it in web/styles/tokens.css.`,
  );
}

/** Only the wasm faces export to JavaScript. */
export function checkExports(files) {
  const others = files.filter(({ path }) =>
    /^crates\/(?!(?:lab|lab-text|lab-data|lab-experiments|lab-bench|boundary)\/).*\/src\/.*\.rs$/.test(path),
  );
  return lines(others, /#\[wasm_bindgen/).map(
    (place) => `${place} exports to JavaScript; only the wasm faces may.`,
  );
}

/** A file that has outgrown one concept. */
export function checkLength(files, limit) {
  return files
    .filter(({ path }) => /^(crates\/.*\/src\/.*\.(rs|wgsl)|web\/.*\.(tsx?|css)|scripts\/.*)$/.test(path))
    .map(({ path, text }) => ({ path, n_lines: text.split('\n').length - 1 }))
    .filter(({ n_lines }) => n_lines > limit)
    .map(({ path, n_lines }) => `${path} has ${n_lines} lines; ${limit} is the most.`);
}

/** Work that someone meant to come back to. */
export function checkLeftovers(files) {
  const own = files.filter(
    ({ path }) => /\.(rs|wgsl|tsx?|css|mjs|py)$/.test(path) && !path.startsWith('scripts/checks/'),
  );
  return lines(own, /\b(?:TODO|FIXME|XXX)\b/).map(
    (place) => `${place} is unfinished: finish it or write an issue.`,
  );
}

/** `path:line` of every line that matches and is not a comment. */
function lines(files, pattern) {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        pattern.test(line.replace(/^\s*(?:\/\/|\*|\/\*).*$/, '')) ? [`${path}:${at + 1}`] : [],
      ),
  );
}
