// Pages within another page: what stands there and what does not, on bench, training and the visitor's own arrays.
import assert from 'node:assert/strict';
import test from 'node:test';
import { RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();
const embedded = (switches, hash = '') => visit(browser, `${address}?embed${switches}${hash}`);
const options = (page, name) => page.getByLabel(name).locator('option').allInnerTexts();

test('a bench without controls is figures and a way to the whole lab', { timeout: RUN_MS }, async () => {
  const { page, errors, strangers } = await embedded('&figure=map&theme=dark');
  await untilComputed(page);
  assert.equal(await page.locator('.figure').count(), 1);
  assert.equal(await page.locator('.figure-map').count(), 1);
  assert.equal(await page.locator('.masthead, .margin').count(), 0);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  const whole = await page.getByRole('link', { name: 'Open in Inscape' }).getAttribute('href');
  assert.equal(new URL(whole).search, '');
  assert.deepEqual([errors, strangers], [[], []]);
});

test('a bench with controls offers other models only where it offers examples', {
  timeout: 2 * RUN_MS,
}, async () => {
  const few = (await embedded('&controls=show')).page;
  await untilComputed(few);
  assert.equal((await options(few, 'Network')).length, 1);
  assert.equal(await few.getByText('More models').count(), 0);
  // The set that is shown to the model is named, and own texts or images can take its place.
  await few.getByRole('radio', { name: 'Your images' }).waitFor();
  const many = (await embedded('&controls=show&examples=show')).page;
  await untilComputed(many);
  const offered = await options(many, 'Network');
  assert.ok(offered.length > 1, `offered were ${offered}`);
});

test('a training is started where it stands, and offers other tasks only as examples', {
  timeout: RUN_MS,
}, async () => {
  const bare = (await embedded('', '#train')).page;
  await bare.getByRole('button', { name: 'Start' }).waitFor();
  assert.equal(await bare.getByRole('radio').count(), 0);
  const few = (await embedded('&controls=show', '#train')).page;
  const tasks = (page) => page.locator('fieldset.tasks input');
  await tasks(few).first().waitFor();
  assert.equal(await tasks(few).count(), 1);
  const many = (await embedded('&controls=show&examples=show', '#train')).page;
  await tasks(many).nth(1).waitFor();
});

test('own arrays are given without examples, and a switch that is misspelt is told', {
  timeout: RUN_MS,
}, async () => {
  const few = (await embedded('&controls=show&examples=maybe', '#data')).page;
  await few.getByText('The address says examples = “maybe”, but expected was hide, show.').waitFor();
  await few.getByText('Choose files').first().waitFor();
  assert.equal(await few.getByText('made-up arrays').count(), 0);
  assert.equal(await few.getByText('Sets at hand').count(), 0);
});
