import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { de } from '../../web/words/de';
import { harvest, placesOf } from './harvest.mjs';

/** What stands on the page as it is in every language, with the reason. */
const SAME_EVERYWHERE = {
  'a name': ['Inscape', 'SqueezeNet 1.1 (ImageNet-1k)', 'CPU', 'GPU', 'SHA-256', 'SHA-256 {}'],
  'a sign or number type': ['n =', ', f32'],
  'an archive and a number there': ['arXiv:{}'],
  'what is typed': ['owner/name@revision', 'https://host/folder'],
};

const files = readdirSync('web', { recursive: true })
  .map((path) => `web/${path}`)
  .filter(
    (path) =>
      /\.tsx?$/.test(path) &&
      !/\.test\.|\.d\.ts$|\/fake-|^web\/(words\/de|lab\/((experiment-)?types|wasm))/.test(path),
  )
  .map((path) => ({ path, ...harvest(path, readFileSync(path, 'utf8')) }));
const texts = new Set(files.flatMap((file) => file.texts));

test('the harvest finds what a page says, and what it says past the catalogue', () => {
  const source = `const a = <p title="Now">{t\`Add \${n} files\`} for <b>{on ? t\`us\` : x}</b></p>; f({ label: 'Here' });`;
  expect(harvest('a.tsx', source)).toEqual({ texts: ['Add {0} files', 'us'], raw: ['Now', 'for', 'Here'] });
  expect(texts.size).toBeGreaterThan(500);
});

test('every text of the page is in the German catalogue', () => {
  expect([...texts].filter((text) => de[text] === undefined)).toEqual([]);
});

test('the German catalogue has nothing that no page says', () => {
  expect(Object.keys(de).filter((text) => !texts.has(text))).toEqual([]);
});

test('a text has the same places and marks in German', () => {
  const odd = Object.entries(de).filter(([text, german]) => `${placesOf(text)}` !== `${placesOf(german)}`);
  expect(odd).toEqual([]);
});

test('no area of the catalogue takes a text from another', () => {
  const areas = readdirSync('web/words/de').filter((file) => !/^(engine[.-]|experiment-)/.test(file));
  const counts = areas.map(
    (file) => readFileSync(`web/words/de/${file}`, 'utf8').match(/^ {2}\S.*?:(?= |$)/gm).length,
  );
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(Object.keys(de).length);
});

test('no label or text of the page goes past the catalogue', () => {
  const known = Object.values(SAME_EVERYWHERE).flat();
  const past = files.flatMap(({ path, raw }) => raw.map((text) => [path, text]));
  expect(past.filter(([, text]) => !known.includes(text))).toEqual([]);
  // An exception that nothing needs any more is no exception.
  expect(known.filter((text) => !past.some(([, raw]) => raw === text))).toEqual([]);
});
