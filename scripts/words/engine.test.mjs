import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { inWords } from '../../web/figures/labels';
import { engine } from '../../web/words/de/engine';
import { fromEngine, translated } from '../../web/words/engine';
import { openWords } from '../../web/words/words';
import { placesOf } from './harvest.mjs';
import { rustTexts } from './rust.mjs';

afterEach(() => openWords('en'));

const sources = (folder, wanted) =>
  readdirSync(folder, { recursive: true })
    .filter((path) => wanted.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(`${folder}/${path}`, 'utf8') }));

const rust = ['crates/analysis/src', 'crates/recipe/src', 'crates/tensor/src'].flatMap((folder) =>
  sources(folder, /\.rs$/),
);
const said = new Set(rust.flatMap(({ text }) => rustTexts(text)).map(inWords));

test('a literal is read as the engine says it', () => {
  const source =
    'let a = format!("{n:.2} of \\\n   {}: {{x}}"); // "no"\nlet b = r"\\alpha"; let c = \'"\'; let d = "d";';
  expect(rustTexts(source)).toEqual(['{0} of {1}: {x}', 'd']);
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
  expect(translated('a sentence that no catalogue has')).toBe(undefined);
  expect(fromEngine('a sentence that no catalogue has')).toBe('a sentence that no catalogue has');
});
