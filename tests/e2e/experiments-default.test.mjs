// Experiments at their defaults on the page's CPU path, as a visitor runs them: each claim comes out as in the stored native
// run. Four by default; EXPERIMENTS=all, or slugs parted by commas, runs others.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { limitScript, RUN_MS, serveLab, startChromium, visit } from './harness.mjs';

const FOUR = ['feature-biases', 'rich-lazy', 'sparsey', 'convergent-learning'];
const cards = JSON.parse(readFileSync('web/experiments/cards.json', 'utf8'));
const { EXPERIMENTS } = process.env;
const slugs = EXPERIMENTS === 'all' ? cards.map(({ slug }) => slug) : (EXPERIMENTS?.split(',') ?? FOUR);

limitScript((1 + 2 * slugs.length) * RUN_MS);
const address = await serveLab();
const browser = await startChromium({ webgpu: false });

/** A picture of the whole page, where SCREENSHOTS names a folder for it; pictures in figures are drawn once they were in view. */
async function takePicture(page, name) {
  if (!process.env.SCREENSHOTS) return;
  for (const figure of await page.locator('figure').all()) await figure.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
}

for (const slug of slugs)
  test(`${slug} comes out in the page as it does natively`, { timeout: 2 * RUN_MS }, async () => {
    const stored = JSON.parse(readFileSync(`web/experiments/stored/${slug}.json`, 'utf8'));
    const { page, errors, strangers, context } = await visit(browser, `${address}#x/${slug}`);
    const skip = page.getByRole('button', { name: 'Run it without a prediction' });
    await page.getByRole('heading', { name: 'What the paper claims' }).waitFor();
    while ((await skip.count()) > 0) await skip.first().click();
    await page.locator('.run').getByRole('button', { name: 'Run', exact: true }).click();
    const origin = page.locator('.origin', { hasText: 'Computed on this machine' });
    const alert = page.getByRole('alert');
    await origin
      .or(alert)
      .first()
      .waitFor({ timeout: 2 * RUN_MS });
    assert.equal(await alert.count(), 0, `instead of a result there is an alert`);
    const verdicts = await page.locator('.claims .claim-verdict').allInnerTexts();
    const found = verdicts.map((text) => text.slice(2));
    assert.deepEqual(
      found,
      stored.claims.map(({ verdict }) => verdict),
    );
    const seconds = /([\d.]+ (?:s|min))\.?$/.exec(await origin.innerText())?.[1];
    console.log(`${slug}: ${seconds}; ${found.join(', ')}`);
    await takePicture(page, slug);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForFunction(() => document.documentElement.scrollWidth <= 360);
    await takePicture(page, `${slug}-phone`);
    assert.deepEqual([errors, strangers], [[], []]);
    await context.close();
  });
