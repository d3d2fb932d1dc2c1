/** `node scripts/screenshot.mjs [out.png] [--dark] [--width 1280]`: the built page with its live result, as in the README. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { staticServer } from './server/static.mjs';

const { values, positionals } = parseArgs({
  options: { dark: { type: 'boolean', default: false }, width: { type: 'string', default: '1280' } },
  allowPositionals: true,
});
const out = positionals[0] ?? 'docs/screenshot.png';
mkdirSync(dirname(out), { recursive: true });
const server = staticServer('dist');
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    '--disable-dev-shm-usage',
  ],
});
const page = await browser.newPage({
  viewport: { width: Number(values.width), height: 900 },
  colorScheme: values.dark ? 'dark' : 'light',
});
await page.goto(`http://localhost:${server.address().port}/#bench`);
await page.locator('.origin', { hasText: /^Computed/ }).waitFor({ timeout: 180_000 });
await page.screenshot({ path: out });
await browser.close();
server.close();
console.log(`wrote ${out}`);
