import assert from 'node:assert/strict';
import test from 'node:test';
import { RUN_MS, serveLab, startChromium, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium({ webgpu: false });

/** A visitor who chose a language before. */
const inLanguage = (name, hash = '') =>
  visit(browser, address + hash, {
    before: (page) => page.addInitScript((name) => localStorage.setItem('inscape.language', name), name),
  });

/** What is the same in every language, by where it stands: names of the engine's and the visitor's, code, stimuli. */
const NAMES = {
  'the lab, and languages by their own names': '.wordmark, select.language, title',
  'sites, networks, measures and devices by their exact names':
    '.sites, .choice option, .backend dd, svg, .figure-head select',
  'code and formats of files': 'code, .files button, textarea, .formula, [placeholder*="/"]',
  'stimuli, and who made them': '.sentences, .sets li > .help, .source',
  'facts: numbers with names of measures and devices': '.facts, .aside, td, .arrays th[scope=row]',
  'backends by their short names': '.segments',
  'papers, lessons in the language of their authors, and numerals':
    '.numeral, .entry-paper, .paper-line, .citation cite, .citation p, .citation pre, .markdown',
};

/** The visitor's own names: those of the example. */
const ARRAYS = ['layer_a', 'layer_b', 'classes', 'subjects'];

/** In the page: every text that a visitor sees or hears, outside what is the same everywhere, and not marked as translated. */
function unmarked([exceptions, arrays]) {
  const isName = (element) => element?.closest(exceptions.join(', '));
  const left = [];
  const check = (text, element, what) => {
    if (arrays.includes(text.trim())) return;
    let rest = text;
    for (let before = ''; before !== rest; ) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
    }
    // Marks around a part of a sentence leave its halves in elements of their own.
    if (/\p{L}{2}/u.test(rest.replace(/^[^⟦⟧]*⟧|⟦[^⟦⟧]*$/g, '')) && !isName(element))
      left.push(`${what}: ${text.trim()}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    check(node.data, node.parentElement, node.parentElement.tagName);
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder'])
      if (element.hasAttribute(name)) check(element.getAttribute(name), element, name);
  return left;
}

const leftOn = (page) => page.evaluate(unmarked, [Object.values(NAMES), ARRAYS]);

test('on all three pages every text goes through the catalogue', { timeout: RUN_MS }, async () => {
  const { page, errors, context } = await inLanguage('marked');
  await page
    .locator('.figure-similarity canvas, .figure-similarity svg')
    .first()
    .waitFor({ timeout: RUN_MS });
  assert.deepEqual(await leftOn(page), [], 'the bench with its stored result');
  await page.locator('nav.pages a', { hasText: 'Training' }).click();
  await page.locator('.task-facts').waitFor({ timeout: RUN_MS });
  assert.deepEqual(await leftOn(page), [], 'the training page');
  await page.locator('nav.pages a', { hasText: 'Your data' }).click();
  await page.getByRole('button', { name: 'Try it with made-up arrays' }).click();
  await page.locator('.arrays tr').nth(4).waitFor({ timeout: RUN_MS });
  assert.deepEqual(await leftOn(page), [], 'the page of arrays with the example');
  await page.locator('.run button', { hasText: 'Run' }).click();
  await page.locator('.finding').first().waitFor({ timeout: RUN_MS });
  assert.deepEqual(await leftOn(page), [], 'the page of arrays with a result');
  assert.deepEqual(errors, []);
  await context.close();
});

test('in the gallery and on an experiment with a result every text goes through the catalogue', {
  timeout: 2 * RUN_MS,
}, async () => {
  const { page, errors, context } = await inLanguage('marked', '#');
  await page.locator('.entry-link').first().waitFor();
  assert.deepEqual(await leftOn(page), [], 'the gallery');
  await page.locator('.entry-link').first().click();
  await page.locator('.exercises .markdown p').first().waitFor();
  assert.deepEqual(await leftOn(page), [], 'the experiment');
  const skip = page.getByRole('button', { name: 'Run it without a prediction' });
  while ((await skip.count()) > 0) await skip.first().click();
  await page.locator('.run button.primary').click();
  await page.locator('.claims').waitFor({ timeout: RUN_MS });
  assert.deepEqual(await leftOn(page), [], 'the experiment with a result');
  assert.deepEqual(errors, []);
  await context.close();
});

test('a visitor reads German on all three pages, with a comma in numbers, and chooses English', {
  timeout: RUN_MS,
}, async () => {
  // Without the engine the stored result stays, and the worker says in German what it lacks.
  const { page, errors, context } = await visit(browser, address, {
    locale: 'de-DE',
    before: (page) => page.context().route('**/*.wasm', (route) => route.abort()),
  });
  await page.locator('.figure-similarity .finding').waitFor({ timeout: RUN_MS });
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  assert.match(await page.locator('h1').innerText(), /^Was finden die Schichten von .* ähnlich\?$/);
  assert.match(await page.locator('.figure-similarity .finding').innerText(), /am ähnlichsten \(\d,\d\d\)/);
  assert.match(await page.locator('.figure-similarity svg text.value').first().textContent(), /^1,00$/);
  await page
    .locator('.alert', { hasText: /Der Rechenkern ließ sich nicht laden: .* Die Verbindung prüfen/ })
    .waitFor();
  await page.locator('nav.pages a', { hasText: 'Training' }).click();
  await page.locator('h1', { hasText: 'Wie gut lernt ein kleines Perzeptron' }).waitFor();
  await page.locator('nav.pages a', { hasText: 'Eigene Daten' }).click();
  await page.getByRole('button', { name: 'Mit erfundenen Arrays ausprobieren' }).waitFor();
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('English');
  await page.getByRole('button', { name: 'Try it with made-up arrays' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.deepEqual(errors, []);
  await context.close();
});
