// What visitors bring and take away beyond the usual: MATLAB's files, electrodes on the scalp, PNG in browsers without
// OffscreenCanvas, and help where one is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { RUN_MS, serveLab, startChromium, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();

/** A MAT-file of version 5 with a matrix of doubles, column after column. */
function mat(name, [rows, columns], values) {
  const element = (type, bytes) =>
    Buffer.concat([
      Buffer.from(Uint32Array.of(type, bytes.length).buffer),
      bytes,
      Buffer.alloc((8 - (bytes.length % 8)) % 8),
    ]);
  const header = Buffer.concat([
    Buffer.from('MATLAB 5.0 MAT-file'.padEnd(124)),
    Buffer.from([0, 1, 0x49, 0x4d]),
  ]);
  const matrix = element(
    14,
    Buffer.concat([
      element(6, Buffer.from(Uint32Array.of(6, 0).buffer)),
      element(5, Buffer.from(Int32Array.of(rows, columns).buffer)),
      element(1, Buffer.from(name)),
      element(9, Buffer.from(Float64Array.from(values).buffer)),
    ]),
  );
  return Buffer.concat([header, matrix]);
}

const NAMES = 'Fp1 Fp2 F7 F3 Fz F4 F8 T7 C3 Cz C4 T8 P7 P3 Pz P4 P8 O1 O2'.split(' ');
/** Two numbers at each electrode: more to the front, and more in the middle. */
const electrodes = NAMES.map(
  (name, i) => `${name},${(10 - i) / 3},${/[z]$/.test(name) ? 2 : /[34]$/.test(name) ? 1 : -0.5}`,
);
const csv = Buffer.from(['electrode,front,middle', ...electrodes].join('\n'));

const give = (page, name, buffer) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

test('MATLAB’s matrices and a table of electrodes are read, and the electrodes drawn on a head', {
  timeout: 2 * RUN_MS,
}, async () => {
  const { page, errors, strangers } = await visit(browser, `${address}#data`, {
    before: (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'OffscreenCanvas')),
  });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await give(
    page,
    'recording.mat',
    mat(
      'x',
      [12, 2],
      Array.from({ length: 24 }, (_, i) => Math.sin(i)),
    ),
  );
  await page.getByRole('row', { name: /recording.*12 × 2/ }).waitFor();
  await give(page, 'new.mat', Buffer.from('MATLAB 7.3 MAT-file'.padEnd(600)));
  await page.getByText('it is of version 7.3, which is HDF5; save it with the option -v7').waitFor();

  await give(page, 'erp.csv', csv);
  await page.getByRole('row', { name: /erp.*19 × 2/ }).waitFor();
  await page.evaluate(() =>
    window.inscape.data
      .run({
        version: 1,
        seed: 1,
        arrays: [],
        task: { kind: 'map', array: 'erp', method: 'as_it_is', labels: null },
      })
      .then(() => {}),
  );
  await page.locator('.figure-map').waitFor({ timeout: RUN_MS });
  await page.locator('.figure-map .segments label').nth(1).click();
  const scalp = page.locator('svg.scalp');
  await scalp.waitFor();
  assert.match(await scalp.getAttribute('aria-label'), /at 19 electrodes: least at O2 .* most at Fp1/);
  await scalp.focus();
  await page.keyboard.press('Home');
  await page.locator('.reading', { hasText: 'Fp1: 3.33' }).waitFor();

  // On the canvas of the page, since there is no other.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save map as PNG' }).click(),
  ]);
  const png = readFileSync(await download.path());
  assert.deepEqual([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join(''), 'PNG');
  assert.ok(
    png.readUInt32BE(16) > 600 && png.length > 20_000,
    `${png.readUInt32BE(16)} wide, ${png.length} bytes`,
  );
  assert.deepEqual([errors, strangers], [[], []]);
});

test('the “?” of a section is reached and closed by keys', { timeout: RUN_MS }, async () => {
  const { page } = await visit(browser, `${address}#data`);
  const ask = page.getByRole('button', { name: 'Help: Files' });
  await ask.focus();
  await page.keyboard.press('Enter');
  const told = page.getByText('Bring arrays with one row a stimulus');
  await told.waitFor();
  assert.equal(await ask.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Escape');
  await told.waitFor({ state: 'hidden' });
});
