// Arrays of the visitor's own: understood, analysed in every way, shared by link; bad files; real recordings.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { alertText, copyLink, RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();
const HAXBY = '../shared/data/haxby';
const IMAGES = '.cache/92images';

/** Says that a test is skipped where its data are absent; in CI that is a failure. */
function isHere(context, path) {
  if (existsSync(path)) return true;
  assert.notEqual(process.env.CI, 'true', `${path} is absent, and in CI no test is skipped`);
  context.skip(`${path} is absent`);
  return false;
}

async function openData(hash = '#data') {
  const visitor = await visit(browser, address + hash);
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  return visitor;
}

/** Gives files by the button. */
async function give(page, files) {
  await page.locator('input[type=file]').first().setInputFiles(files);
}

/** Waits until the made-up arrays are all read, as the page says by being busy before. */
async function untilRead(page) {
  await page.getByRole('row', { name: /subjects/ }).waitFor();
  await page.locator('.arrays[aria-busy=false]').waitFor();
}

async function choose(page, kind) {
  await page.locator('fieldset.pick label', { hasText: kind }).locator('input[type=radio]').check();
}

async function run(page) {
  const button = page.getByRole('button', { name: 'Run', exact: true });
  await button
    .and(page.locator('[aria-disabled="false"]'))
    .waitFor()
    .catch(async () => {
      throw new Error(`Run is off: ${await page.locator('#why-not').innerText()}`);
    });
  await button.click();
  return untilComputed(page);
}

test('made-up arrays are understood, and every kind of analysis draws its figures', {
  timeout: 3 * RUN_MS,
}, async () => {
  const { page, errors, strangers, context } = await openData();
  await page.getByRole('button', { name: 'Try it with made-up arrays' }).click();
  await untilRead(page);
  for (const [kind, figure] of [
    ['Against a reference', 'reference'],
    ['Compare', 'similarity'],
    ['Each alone', 'summaries'],
    ['Read classes', 'accuracy'],
    ['Predict', 'encoding'],
    ['Information', 'information'],
    ['Map', 'map'],
    ['RDMs', 'rdms'],
    ['Neighbours', 'neighbours'],
    ['Groups', 'tree'],
  ]) {
    await choose(page, kind);
    const origin = await run(page);
    assert.match(origin, /60 stimuli, seed 1/, kind);
    await page.locator(`.figure-${figure}`).waitFor();
    assert.match(await page.locator(`.figure-${figure} figcaption`).innerText(), /n = 60/, kind);
  }
  await checkForms(page);
  await stillThere(page);
  assert.deepEqual(errors, []);
  assert.deepEqual(strangers, []);
  await context.close();
});

/** What is on the page outlives a reload, until it is forgotten. */
async function stillThere(page) {
  await page.getByText('are kept in this browser for this tab').waitFor();
  const finding = await page.locator('.figure-similarity .finding').innerText();
  await page.waitForTimeout(1000);
  await page.reload();
  await untilRead(page);
  assert.equal(await page.locator('.figure-similarity .finding').innerText(), finding);
  assert.ok(await page.getByRole('radio', { name: /^Compare/ }).isChecked());
  await choose(page, 'Each alone');
  await run(page);
  await page.locator('.figure-summaries').waitFor();
  await page.getByRole('button', { name: 'Forget all files and figures' }).click();
  await page.getByRole('button', { name: 'Try it with made-up arrays' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Try it with made-up arrays' }).waitFor();
}

/** Walks through what the forms ask beyond the plain, on the made-up arrays. */
async function checkForms(page) {
  await choose(page, 'Noise and topology');
  await page.getByLabel('What is done to the distances').selectOption('geo_topological_transform');
  await page.getByLabel('Count components and loops').check();
  await run(page);
  await page.locator('.figure-betti_1').waitFor();
  await page.getByRole('button', { name: 'Use as a reference' }).click();
  await page.getByText('is on the shelf and chosen as the reference').waitFor();
  await page.getByRole('row', { name: /geo_topological_transform_of_layer_a/ }).waitFor();

  await choose(page, 'Mixture of models');
  await page.getByLabel('Reference, which is explained').selectOption('subjects');
  await page.locator('fieldset.pick label', { hasText: 'classes' }).getByRole('checkbox').check();
  await page.getByLabel('Orders of a model’s stimuli').fill('19');
  await run(page);
  assert.match(await page.locator('.figure-rsa_regression').innerText(), /classes/);

  await choose(page, 'Read classes');
  await page.getByText('How much is the decoder’s own').click();
  await page.getByLabel('Count the bits').check();
  await run(page);
  await page.locator('.figure-codelength').waitFor();

  await choose(page, 'Compare');
  await page.locator('fieldset.pick label', { hasText: 'classes' }).getByRole('checkbox').click();
  await run(page);
  await page.locator('.figure-similarity_intervals').waitFor();
}

test('a link names the arrays; who opens it gives them and is told that the results match', {
  timeout: 2 * RUN_MS,
}, async () => {
  const author = await openData();
  await author.page.getByRole('button', { name: 'Try it with made-up arrays' }).click();
  await untilRead(author.page);
  await run(author.page);
  const link = await copyLink(author.page);
  assert.match(link, /#data\?r=/);
  await author.context.close();

  const reader = await visit(browser, link);
  await reader.page.locator('.needed li.missing').first().waitFor();
  await reader.page.getByRole('button', { name: 'Try it with made-up arrays' }).click();
  const said = reader.page.locator('.origin', { hasText: 'Computed on your machine' });
  await said.waitFor({ timeout: RUN_MS });
  const origin = await said.innerText();
  assert.match(origin, /matches what the link’s author measured/);
  assert.deepEqual(reader.errors, []);
  await reader.context.close();
});

test('a bad file gets a sentence, and the page goes on', { timeout: RUN_MS }, async () => {
  const { page, errors, context } = await openData();
  const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  await give(page, [file('broken.npy', 'not numpy'), file('good.csv', 'a,b\n1,2.5\n2,0\n4,1\n')]);
  assert.match(await alertText(page), /broken\.npy could not be read/);
  await page.getByRole('row', { name: /good/ }).waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('eight categories are read from a recording that is dropped as NIfTI', {
  timeout: 2 * RUN_MS,
}, async (t) => {
  if (!isHere(t, HAXBY)) return;
  const { page, errors, context } = await openData();
  await give(page, [`${HAXBY}/bold.nii.gz`, `${HAXBY}/attributes_literal.txt`]);
  await page.getByRole('row', { name: /1452 × 530/ }).waitFor({ timeout: RUN_MS });
  const report = await page.evaluate(() =>
    window.inscape.data.run({
      version: 1,
      seed: 1,
      arrays: [],
      task: {
        kind: 'decode',
        array: 'bold',
        labels: 'attributes_literal/column 0',
        groups: 'attributes_literal',
        decoder: 'probe_correlation',
        n_folds: 2,
        n_permutations: 0,
        prepare: { is_detrended: true, is_standardised: true, left_out: [5], is_averaged: true },
      },
    }),
  );
  console.log(report.figures[0].caption.finding);
  assert.ok(report.figures[0].values[0] >= 0.6, report.figures[0].caption.finding);
  await page.locator('.figure-confusion').waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('layers of SqueezeNet come nearer to human IT the later they are, with intervals and a noise ceiling', {
  timeout: 5 * RUN_MS,
}, async (t) => {
  if (!isHere(t, `${IMAGES}/human_it_subjects.npy`)) return;
  const { page, errors, context } = await visit(browser, address);
  await untilComputed(page);
  const pictures = readdirSync(IMAGES)
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => ({ name, data: readFileSync(`${IMAGES}/${name}`).toString('base64') }));
  // The layers' RDMs, made on the bench of the pictures that were dropped there.
  const human = readFileSync(`${IMAGES}/human_it_subjects.npy`).toString('base64');
  const rdms = await page.evaluate(async (pictures) => {
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const images = pictures.map(({ name, data }) => ({ name, blob: new Blob([bytes(data)]) }));
    const sites = ['pool3', 'pool5', 'fire9'];
    const captured = await window.inscape.capture({ sites, pool: 'none', images });
    const made = {};
    for (const { site, shape, values } of captured) {
      const n_units = shape.slice(1).reduce((product, size) => product * size, 1);
      const rdm = await window.inscape.rdm('correlation', { shape: [shape[0], n_units], values });
      made[site] = [...rdm.values];
    }
    return made;
  }, pictures);
  await page.evaluate(() => {
    location.hash = '#data';
  });
  await page.getByRole('button', { name: 'Try it with made-up arrays' }).waitFor();
  const files = Object.entries(rdms).map(([name, values]) => ({
    name: `${name}.npy`,
    mimeType: 'application/octet-stream',
    buffer: npyOf([92, 92], values),
  }));
  await give(page, [
    ...files,
    { name: 'human_it.npy', mimeType: 'application/octet-stream', buffer: Buffer.from(human, 'base64') },
  ]);
  await page.getByRole('row', { name: /human_it/ }).waitFor();
  await run(page);
  const figure = page.locator('.figure-reference');
  await figure.waitFor();
  const report = await page.evaluate(() =>
    window.inscape.data.run({
      version: 1,
      seed: 1,
      arrays: [],
      task: {
        kind: 'reference',
        arrays: ['pool3', 'pool5', 'fire9'],
        reference: 'human_it',
        distance: 'correlation',
        comparison: 'rdm_spearman',
        n_bootstrap: 1000,
        n_permutations: 1000,
      },
    }),
  );
  const [intervals] = report.figures;
  console.log(
    intervals.caption.finding,
    intervals.values,
    intervals.intervals,
    intervals.notes,
    intervals.band,
  );
  const [pool3, pool5, fire9] = intervals.values;
  assert.ok(pool3 < pool5 && pool5 < fire9, String(intervals.values));
  intervals.intervals.forEach(([low, high], i) => {
    assert.ok(low < intervals.values[i] && intervals.values[i] < high);
  });
  assert.ok(intervals.band.low < intervals.band.high && intervals.values[2] < intervals.band.low);
  assert.deepEqual(errors, []);
  await context.close();
});

test('two models are compared side by side on the same pictures', { timeout: 3 * RUN_MS }, async () => {
  const { page, errors, context } = await visit(browser, address);
  await untilComputed(page);
  const take = page.getByRole('button', { name: 'Take these sites along' });
  await take.click();
  await page.locator('.take-along a').waitFor({ timeout: RUN_MS });
  await page.evaluate(() => window.inscape.openModel({ id: 'tiny-cnn' }).then(() => {}));
  await take.click();
  await page.locator('.take-along a').waitFor({ timeout: RUN_MS });
  await page.locator('.take-along a').click();
  await page.getByRole('row', { name: /squeezenet1_1\/fire9/ }).waitFor();
  const names = await page
    .locator('.arrays tbody th')
    .evaluateAll((rows) => rows.map((row) => row.firstChild.textContent));
  const own = names.filter((name) => name.startsWith('tiny-cnn/'));
  assert.ok(own.length > 1 && names.length > own.length, String(names));
  const report = await page.evaluate(
    (arrays) =>
      window.inscape.data.run({
        version: 1,
        seed: 1,
        arrays: [],
        task: { kind: 'compare', arrays, measure: 'cka_linear_debiased', distance: 'correlation' },
      }),
    names,
  );
  const [heatmap] = report.figures;
  assert.equal(heatmap.labels.length, names.length);
  assert.ok(heatmap.values.every((value) => value <= 1 + 1e-9));
  await page.locator('.figure-similarity').waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

/** A NumPy file of f64 numbers. */
function npyOf(shape, values) {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.join(', ')}), }`;
  const padded = `${header.padEnd(64 * Math.ceil((header.length + 11) / 64) - 11)}\n`;
  const prefix = Buffer.from([
    0x93,
    0x4e,
    0x55,
    0x4d,
    0x50,
    0x59,
    1,
    0,
    padded.length & 255,
    padded.length >> 8,
  ]);
  return Buffer.concat([prefix, Buffer.from(padded), Buffer.from(Float64Array.from(values).buffer)]);
}
