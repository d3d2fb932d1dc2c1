// The same seed gives the same bits in Chromium and in Firefox, on the CPU.
import assert from 'node:assert/strict';
import test from 'node:test';
import { limitScript, serveLab, startChromium, startFirefox, visit } from './harness.mjs';

const SHORT_MS = 60_000;
const REQUEST = { task: 'austen-decoder', seed: 7, nSteps: 60, backend: 'cpu' };

limitScript(150_000);
const address = await serveLab();

async function train(browser) {
  const { page, errors, context } = await visit(browser, `${address}#train`);
  const report = await page.evaluate((request) => window.inscape.train(request), REQUEST);
  assert.equal(await page.locator('.outcome .digest .all').textContent(), report.sha256);
  assert.deepEqual(errors, []);
  await context.close();
  return report;
}

test('sixty steps of the decoder end with the same weights in both browsers', {
  timeout: 2 * SHORT_MS,
}, async () => {
  // One after the other: the cores are few.
  const chromium = await startChromium();
  const there = await train(chromium);
  await chromium.close();
  const here = await train(await startFirefox());
  assert.match(here.sha256, /^[0-9a-f]{64}$/);
  assert.equal(here.sha256, there.sha256);
  assert.equal(here.loss, there.loss);
});
