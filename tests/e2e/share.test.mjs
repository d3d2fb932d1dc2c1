// What a visitor does by keys and hands on: commands by name, undo, long links and recipes as files.
import assert from 'node:assert/strict';
import test from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { RUN_MS, serveLab, startChromium, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();

/** A recipe with a name long enough to be packed; the numbers of its arrays are those of the made-up ones. */
const recipe = (seed) => ({
  version: 1,
  arrays: ['layer_a', 'layer_b'].map((name) => ({ name, sha256: '' })),
  task: {
    kind: 'compare',
    arrays: ['layer_a', 'layer_b'],
    measure: 'cka_linear_biased',
    distance: 'correlation',
  },
  seed,
});

/** Waits until a field holds a value: what is opened is read, and shown, after the address has changed. */
async function untilHolds(page, field, value) {
  const element = await field.elementHandle();
  await page.waitForFunction(([input, wanted]) => input.value === wanted, [element, value]);
}

async function command(page, typed) {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill(typed);
  await page.keyboard.press('Enter');
}

test('commands are found by name, steps are taken back, and links and files open the same', {
  timeout: 2 * RUN_MS,
}, async () => {
  const { page, errors, strangers } = await visit(browser, `${address}#data`);
  await page.getByRole('heading', { level: 1 }).waitFor();

  await command(page, 'dark');
  await page.locator('html[data-theme=dark]').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');

  await command(page, 'try made-up');
  const row = page.getByRole('row', { name: /classes/ });
  await row.waitFor();
  await page.getByRole('row', { name: /subjects/ }).waitFor();
  await page.getByRole('button', { name: 'Remove classes' }).click();
  await row.waitFor({ state: 'detached' });
  await page.locator('#plate').focus();
  await page.keyboard.press('Control+z');
  await row.waitFor();
  await page.locator('.undo [role=status]', { hasText: 'classes' }).waitFor({ state: 'attached' });

  // The visitor's own choice, then a packed link: the link is shown, the own work offered.
  await command(page, 'each alone');
  const packed = deflateRawSync(JSON.stringify(recipe(7))).toString('base64url');
  await page.evaluate((hash) => location.assign(hash), `#data?z=${packed}`);
  await page.waitForFunction(() => location.hash.startsWith('#data?r='));
  const seed = page.getByLabel('Seed of what is drawn at random');
  await untilHolds(page, seed, '7');
  await page.getByRole('link', { name: 'Take it up again' }).waitFor();

  // The same as a file, by the button for files.
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'theirs.inscape.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(recipe(9))),
    });
  await untilHolds(page, seed, '9');
  await page.locator('.figures figure').first().waitFor({ timeout: RUN_MS });

  await page.getByRole('link', { name: 'Take it up again' }).click();
  await page.locator('fieldset.pick label', { hasText: 'Each alone' }).locator('input:checked').waitFor();
  assert.deepEqual([errors, strangers], [[], []]);
});
