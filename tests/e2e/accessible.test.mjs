// Every page by the rules of WCAG 2.2 AA that a program can judge (axe), in both themes; and what no page asks for: other servers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { limitScript, RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

limitScript(4 * RUN_MS);
const address = await serveLab();
const browser = await startChromium({ webgpu: false });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('no page breaks a rule of accessibility in either theme, and none asks another server for anything', {
  timeout: 4 * RUN_MS,
}, async () => {
  const { page, errors, strangers, context } = await visit(browser, address, { bypassCSP: true });
  const faults = [];
  await untilComputed(page);
  await page.getByText('What this measures').first().click();
  await judge(page, faults, 'the bench');
  await page.getByRole('button', { name: 'Embed' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Figure').selectOption('rdm');
  assert.match(
    await dialog.getByLabel('HTML of the frame').inputValue(),
    /^<iframe src="http[^"]*\?embed&amp;figure=rdm[^"]*" title="Inscape" width="100%" height="640"/,
  );
  await judge(page, faults, 'the dialog for embedding');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Your data' }).click();
  await page.getByRole('button', { name: 'Try it with made-up arrays' }).waitFor();
  await judge(page, faults, 'the page of arrays, empty');
  await page.getByRole('button', { name: 'Try it with made-up arrays' }).click();
  await page.getByRole('row', { name: /subjects/ }).waitFor();
  await page.locator('.run button[aria-disabled=false]').click();
  await untilComputed(page);
  await judge(page, faults, 'the page of arrays with a result');

  await page.getByRole('link', { name: 'Training' }).click();
  await page.locator('.panels svg').nth(1).waitFor();
  await judge(page, faults, 'the training page');
  assert.equal(faults.length, 0, faults.join('\n\n'));
  assert.deepEqual(errors, []);
  assert.deepEqual(strangers, []);
  await context.close();
});

test('an embedded page shows the chosen figure in the chosen theme, and leads to the whole lab', {
  timeout: 2 * RUN_MS,
}, async () => {
  const { page, errors, context } = await visit(browser, `${address}?embed&theme=dark&figure=rdm`, {
    viewport: { width: 360, height: 640 },
    bypassCSP: true,
  });
  await page.locator('.figure-rdm canvas, .figure-rdm svg').first().waitFor();
  assert.equal(await page.locator('.figure').count(), 1);
  assert.equal(await page.locator('.masthead, .margin').count(), 0);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.match(await page.locator('.figure-rdm figcaption').innerText(), /n = \d+/);
  const whole = page.getByRole('link', { name: 'Open in Inscape' });
  assert.ok((await whole.getAttribute('href')).startsWith(address));
  assert.ok(!(await whole.getAttribute('href')).includes('embed'));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `the page is ${wide} px wide`);
  assert.deepEqual(errors, []);
  await context.close();
});

/** Notes every place that breaks a rule, in both themes. */
async function judge(page, faults, what) {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((theme) => {
      document.querySelector(`.masthead .segments input[value=${theme}]`).click();
    }, theme);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }),
      RULES,
    );
    for (const { id, impact, help, nodes } of violations)
      for (const { target, failureSummary } of nodes.slice(0, 4))
        faults.push(`${what}, ${theme}: ${impact} ${id}: ${help}: ${target.join(' ')}\n${failureSummary}`);
  }
}
