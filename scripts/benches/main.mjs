/** Prints the set-up facts of the built page beside their budgets, and writes them as JSON with `--json FILE`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { staticServer } from '../server/static.mjs';
import { describeMachine } from './machine.mjs';
import { assetSizes, sum } from './sizes.mjs';
import { assetsOf, median, visitCold, visitGallery } from './visits.mjs';

const N_VISITS = 5;
const { values } = parseArgs({ options: { json: { type: 'string' } } });

const server = staticServer('dist', '/lab/');
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://localhost:${server.address().port}/lab/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    '--disable-dev-shm-usage',
  ],
});
const machine = describeMachine(`Chromium ${browser.version()} (headless, software WebGPU)`);
const visits = [];
const gallery = [];
for (let i = 0; i < N_VISITS; i++) {
  visits.push(await visitCold(browser, address));
  gallery.push(await visitGallery(browser, address));
}
await browser.close();
server.close();

const sizes = assetSizes();
// A visit's list has what the page asked for; what its worker asked for after the picture is not in it.
const before = new Set(
  visits.flatMap((visit) => assetsOf(visit.files ?? [])).map((path) => path.split('/').at(-1)),
);
const early = sizes.filter((size) => before.has(size.file));
const beforePlates = new Set(
  gallery.flatMap((visit) => assetsOf(visit.files ?? [])).map((path) => path.split('/').at(-1)),
);
// scripts/build leaves this behind when it was the first to run in a clone.
const setup = '.cache/setup-seconds';
const facts = [
  ...(existsSync(setup)
    ? [
        fact(
          'first set-up of this clone, until it can be served',
          Number(readFileSync(setup, 'utf8')) / 60,
          'min',
          15,
        ),
      ]
    : []),
  fact('script before the first picture, brotli', sum(early, 'js') / 1024, 'KiB', 150),
  fact(
    'script before the gallery’s plates, brotli',
    sum(
      sizes.filter((size) => beforePlates.has(size.file)),
      'js',
    ) / 1024,
    'KiB',
    150,
  ),
  fact('wasm before the first picture, brotli', sum(early, 'wasm') / 2 ** 20, 'MiB', 1),
  fact(
    'wasm of the live result, brotli',
    sum(
      sizes.filter((size) => size.file.startsWith('lab')),
      'wasm',
    ) /
      2 ** 20,
    'MiB',
    1,
  ),
  fact(
    'wasm of the tokenisers (text only), brotli',
    sum(
      sizes.filter((size) => size.file.startsWith('text')),
      'wasm',
    ) /
      2 ** 20,
    'MiB',
  ),
  fact('fonts, brotli', sum(sizes, 'woff2') / 1024, 'KiB', 80),
  fact(
    `first picture after a cold load, median of ${N_VISITS}`,
    median(visits.map((visit) => visit.picture_ms)) / 1000,
    's',
    2,
  ),
  fact(
    `plates of the gallery after a cold load, median of ${N_VISITS}`,
    median(gallery.map((visit) => visit.plates_ms)) / 1000,
    's',
    2,
  ),
  fact(
    `first picture of the gallery, median of ${N_VISITS}`,
    median(gallery.map((visit) => visit.picture_ms)) / 1000,
    's',
    2,
  ),
  fact(
    `live result after a cold load, median of ${N_VISITS}`,
    median(visits.map((visit) => visit.live_ms)) / 1000,
    's',
  ),
];

for (const [name, value] of Object.entries(machine)) console.log(`${name.padEnd(14)}${value}`);
console.log(
  '\nfile                                                raw B      brotli B   before the first picture',
);
for (const { file, raw, brotli } of sizes) {
  console.log(
    `${file.padEnd(44)}${String(raw).padStart(13)}${String(brotli).padStart(14)}   ${before.has(file) ? 'yes' : ''}`,
  );
}
console.log('');
for (const { name, value, unit, budget, isMet } of facts) {
  const verdict = budget === undefined ? '' : `   budget ${budget} ${unit}: ${isMet ? 'met' : 'MISSED'}`;
  console.log(`${name.padEnd(52)}${value.toFixed(2).padStart(9)} ${unit}${verdict}`);
}
console.log(`first pictures (s): ${visits.map((visit) => (visit.picture_ms / 1000).toFixed(2)).join(' ')}`);
console.log(
  `live results (s):   ${visits.map((visit) => (visit.live_ms / 1000).toFixed(2)).join(' ')}   “${visits.at(-1).origin}”`,
);
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ machine, facts, sizes, visits, gallery }, undefined, 1)}\n`);
process.exit(facts.every((each) => each.isMet) ? 0 : 1);

function fact(name, value, unit, budget) {
  return { name, value, unit, budget, isMet: budget === undefined || value <= budget };
}
