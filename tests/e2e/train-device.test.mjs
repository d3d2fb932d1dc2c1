// A graphics device that is lost in the middle of a training: said, with the last snapshot kept, and gone on from.
import assert from 'node:assert/strict';
import test from 'node:test';
import { alertText, limitScript, serveLab, startChromium, untilKept, visit } from './harness.mjs';

const LOSS_MS = 120_000;
const SECOND_SNAPSHOT_MS = 15_000;

limitScript(150_000);
const address = await serveLab();
const browser = await startChromium();

test('a device that is lost leaves the last snapshot, from which the run goes on', {
  timeout: LOSS_MS,
}, async () => {
  const { page, errors, context } = await visit(
    browser,
    `${address}#train?task=austen-decoder&engine=gpu&seed=5&steps=400`,
  );
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await untilKept(page, LOSS_MS);
  // The first snapshot is of step 0; the next comes ten seconds later.
  await page.waitForTimeout(SECOND_SNAPSHOT_MS);
  await page.evaluate(() => window.inscape.loseDevice());
  const words = await alertText(page, LOSS_MS);
  const step = Number(/snapshot \(step ([\d,]+)\) is kept/.exec(words)?.[1]?.replaceAll(',', ''));
  assert.match(words, /graphics device was lost/);
  assert.ok(step > 0, words);
  await page.getByRole('alert').getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.waitForFunction(
    (step) =>
      Number(/Step ([\d,]+)/.exec(document.querySelector('.progress')?.innerText ?? '')?.[1] ?? 0) > step,
    step,
    { timeout: LOSS_MS, polling: 100 },
  );
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('The run was cancelled').waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});
