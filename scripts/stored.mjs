/**
 * `node scripts/stored.mjs`: computes the default demo with the built page, on the CPU backend (which gives the same bits
 * on every machine), and stores it as the first picture: web/public/stored/photos.json. Run it, and build again, after
 * any change of the default recipe, the photographs, the models or the analyses; the end-to-end test fails until then.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { staticServer } from './server/static.mjs';

const { module } = await runnerImport('./web/state/defaults.ts');
const recipe = { ...module.defaultRecipe(), backend: 'cpu' };
const server = staticServer('dist');
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
const page = await browser.newPage();
await page.goto(`http://localhost:${server.address().port}/#bench`);
await page.locator('.origin', { hasText: /^Computed/ }).waitFor({ timeout: 180_000 });
const report = await page.evaluate((recipe) => window.inscape.openRecipe(recipe), recipe);
await browser.close();
server.close();

mkdirSync('web/public/stored', { recursive: true });
const computed = new Date().toISOString().slice(0, 10);
writeFileSync('web/public/stored/photos.json', `${JSON.stringify({ ...report, computed })}\n`);
console.log(
  `stored ${report.figures.length} figures of ${report.run.n_stimuli} stimuli, computed by ${report.run.engine}`,
);
