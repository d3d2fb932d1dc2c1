import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { inWords } from '../../web/figures/labels';
import { engine } from '../../web/words/de/engine';
import { fromEngine, translated } from '../../web/words/engine';
import { openWords } from '../../web/words/words';
import { placesOf } from './harvest.mjs';
import { errorTexts, figureTexts, reasonTexts, rustTexts } from './rust.mjs';

afterEach(() => openWords('en'));

const sources = (folder, wanted) =>
  readdirSync(folder, { recursive: true })
    .filter((path) => wanted.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(`${folder}/${path}`, 'utf8') }));

const CRATES = ['analysis', 'data', 'experiments', 'formats', 'models', 'nn', 'recipe', 'tensor', 'tokens'];
const rust = CRATES.flatMap((crate) => sources(`crates/${crate}/src`, /\.rs$/));
const said = new Set(rust.flatMap(({ text }) => rustTexts(text)).map(inWords));

test('a literal is read as the engine says it', () => {
  const source =
    'let a = format!("{n:.2} of \\\n   {}: {{x}}"); // "no"\nlet b = r"\\alpha"; let c = \'"\'; let d = "d";';
  expect(rustTexts(source)).toEqual(['{0} of {1}: {x}', 'd']);
  const figure =
    'let alt = format!("a {}; b", f(")")); F { title: "one, two".to_owned(), x_name: x, labels: vec!["in".to_owned(), y], n: "no" }';
  expect(figureTexts(figure)).toEqual(['one, two', 'in']);
  expect(
    reasonTexts('Error::Gpu(match e { A => "lost (1)", b => "gone" }); let reason = format!("of {n}");'),
  ).toEqual(['lost (1)', 'gone', 'of {0}']);
});

test('every entry is said by the engine, by a card of a model, or names a column of the page’s own tables', () => {
  const others = [
    ...sources('web/figures', /\.ts$/),
    ...sources('models-own', /\.json$/),
    ...sources('scripts', /\.(py|mjs|sh|json|toml)$/),
  ];
  const elsewhere = others.map(({ text }) => text).join('\n');
  const pieces = (text) => text.split(/\{\d+\}/).filter((piece) => /\p{L}/u.test(piece));
  const unsaid = Object.keys(engine).filter(
    (text) => !said.has(text) && !pieces(text).every((piece) => elsewhere.includes(piece)),
  );
  expect(unsaid).toEqual([]);
});

test('an entry has the same places in German', () => {
  const odd = Object.entries(engine).filter(
    ([text, german]) => `${placesOf(text)}` !== `${placesOf(german)}`,
  );
  expect(odd).toEqual([]);
});

test('every measure’s card is German but for its source, and so is the sentence about it', () => {
  const cards = sources('crates/analysis/src', /\/card\.rs$/).flatMap(({ text }) => cardTexts(text));
  const abouts = rust
    .filter(({ path }) => path.startsWith('crates/analysis'))
    .flatMap(({ text }) =>
      rustTexts(text).filter((line) => / takes (activations|an RDM|two RDMs)/.test(line)),
    );
  expect(cards.length).toBeGreaterThan(300);
  expect(
    [...new Set([...cards, ...abouts.map(inWords)])].filter((text) => engine[text] === undefined),
  ).toEqual([]);
});

/** What a reader sees of a card file's cards: neither names nor sources, which have a year. */
function cardTexts(source) {
  const texts = rustTexts(source).filter((text) => / /.test(text) || /^[A-Z]/.test(text));
  return texts.filter((text) => !/\d{4}, | takes /.test(text));
}

/** Failures that stay English: with bytes and braces that are part of a format, or nothing but two places. */
const STAY = [
  /^an npy file starts with/,
  /^the npy header must look like/,
  /^the header of a safetensors file must/,
  /^\{0\}: \{1\}$/,
  /^cpu: \{0\}$/,
  /^\{0\} (of|from|and) \{1\}$/,
];

test('every failure of reading and analysing has its sentence in German', () => {
  const failures = rust
    .flatMap(({ text }) => [...errorTexts(text), ...reasonTexts(text)])
    .filter((text) => text.includes(' '));
  expect(failures.length).toBeGreaterThan(150);
  const lacking = failures.filter(
    (text) => engine[text] === undefined && !STAY.some((stays) => stays.test(text)),
  );
  expect(lacking).toEqual([]);
});

/** Words of figures that stay: names of measures and of what is typed, units, and what joins other words. */
const STAY_IN_FIGURES = /_|^(pca|nats|id|heads|positions)$|^(\{\d\}|[ .]|and|to|an|Seed)+$/;

test('every title, row, column, axis and sentence of a figure has its words in German', () => {
  const figures = rust.filter(({ path }) => /crates\/recipe\/src\/(own|views|\w+\.rs)/.test(path));
  const texts = [...new Set(figures.flatMap(({ text }) => figureTexts(text)).map(inWords))];
  expect(texts.length).toBeGreaterThan(200);
  for (const row of ['the classes', 'in random order', 'all folds', 'noise ceiling', 'by chance'])
    expect(said).toContain(row);
  const stays = (text) => STAY_IN_FIGURES.test(text);
  expect(texts.filter((text) => engine[text] === undefined && !stays(text))).toEqual([]);
});

/** Identities, and sums of names: the same in every language. */
const IDENTITY = /^[\w.{}]+ (=|\+) (?!.*\b(mean|through|along|output|as|for|rows)\b)/;

test('what is found at each site of a model has its sentence in German', () => {
  const sites = rust.filter(({ path }) => /crates\/models\/.*\bsites\.rs$/.test(path));
  const texts = sites
    .flatMap(({ text }) => rustTexts(text).map(inWords))
    .filter((text) => text.includes(' '));
  expect(texts.length).toBeGreaterThan(150);
  expect(texts.filter((text) => engine[text] === undefined && !IDENTITY.test(text))).toEqual([]);
});

test('a sentence is found by what stands around its places, nested ones too, with numbers in German', async () => {
  await openWords('de');
  expect(fromEngine('fire2 and fire3 are most alike (0.96), conv1 and logits least (0.22).')).toBe(
    'fire2 und fire3 sind am ähnlichsten (0,96), conv1 und logits am wenigsten (0,22).',
  );
  expect(
    fromEngine(
      'Map of 24 stimuli on the first two principal components of fire9. Two directions hold 35 % of the variance of fire9.',
    ),
  ).toBe(
    'Karte von 24 Stimuli auf den ersten zwei Hauptkomponenten von fire9. Zwei Richtungen halten 35 % der Varianz von fire9.',
  );
  expect(translated('a sentence that no catalogue has, and one that goes on.')).toBe(undefined);
  expect(translated('a sentence that no catalogue has')).toBe(undefined);
  expect(fromEngine('a sentence that no catalogue has')).toBe('a sentence that no catalogue has');
});

test('a sentence that the engine puts together is found in its parts, and its verb agrees', async () => {
  await openWords('de');
  expect(
    fromEngine('a predicts 3 of 4 targets of b better than their mean does; the median R² is 0.120.'),
  ).toBe('a sagt 3 von 4 Zielen von b besser vorher als ihr Mittelwert; der Median von R² ist 0,120.');
  expect(
    fromEngine(
      'The 2 models together explain R² = 0.500 of the distances of brain; a adds most that no other does (0.250, p = 0.004).',
    ),
  ).toBe(
    'Die 2 Modelle zusammen erklären R² = 0,500 der Abstände von brain; a trägt am meisten bei, was kein anderes erklärt (0,250, p = 0,004).',
  );
  expect(fromEngine('4 groups of 12 to 18 stimuli, mean silhouette 0.31.')).toBe(
    '4 Gruppen von 12 bis 18 Stimuli, mittlere Silhouette 0,31.',
  );
  expect(
    fromEngine(
      'k-means from ten seeded starts, the one with the smallest inertia. Distance: euclidean. Seed 7.',
    ),
  ).toBe(
    'k-Means von zehn Anfängen mit Startwert, der mit der kleinsten Inertia. Abstand: euclidean. Startwert 7.',
  );
  expect(fromEngine('cka of a and b is 0.912, 95 % interval 0.880 to 0.940, the largest of all pairs.')).toBe(
    'cka von a und b ist 0,912, 95-%-Intervall 0,880 bis 0,940, der größte Wert aller Paare.',
  );
  expect(
    fromEngine(
      'Representational dissimilarity matrix (RDM) of a: Squared Mahalanobis distance per unit between the means of conditions. 4 conditions of kinds, measured in 60 rows. Noise: the variances alone. Then each distance is replaced by its rank, equal ones by the mean of theirs.',
    ),
  ).toBe(
    'Matrix der Unähnlichkeiten (RDM) von a: Quadrierter Mahalanobis-Abstand je Einheit zwischen den Mitteln von Bedingungen. 4 Bedingungen aus kinds, gemessen in 60 Zeilen. Rauschen: nur die Varianzen. Danach: jeder Abstand ist durch seinen Rang ersetzt, gleiche durch das Mittel der ihren.',
  );
});
