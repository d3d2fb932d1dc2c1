import assert from 'node:assert/strict';
import test from 'node:test';
import { RUN_MS, serveLab, startFirefox, untilComputed, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startFirefox();

test('the demo computes in Firefox', { timeout: RUN_MS }, async () => {
  const { page, errors } = await visit(browser, address);
  await untilComputed(page);
  assert.match(await page.locator('.figure-similarity figcaption').innerText(), /n = \d+/);
  assert.deepEqual(errors, []);
});
