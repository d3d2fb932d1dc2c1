// What a site costs: bytes from the server, memory, and time, for SmolLM2 and for a checkpoint of 8 billion parameters.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import test, { after } from 'node:test';
import { FaultServer } from './faults.mjs';
import { RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';
import { withPeak } from './memory.mjs';
import { embeddingAt, layerBytes, sparseLlama, WORDS } from './sparse-llama.mjs';

const LIMITS = { share: 0.25, peak: 1.3, firstTokenSeconds: 10 };

const FOLDER = 'models/smollm2-135m';
const server = await FaultServer.start();
const address = await serveLab();
const browser = await startChromium();

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A file on disk, read as it is asked for. */
function fromFile(path) {
  const file = openSync(path, 'r');
  after(() => closeSync(file));
  const read = (start, end) => {
    const bytes = Buffer.alloc(end - start);
    readSync(file, bytes, 0, bytes.length, start);
    return bytes;
  };
  return { length: fstatSync(file).size, read };
}

const weights = fromFile(`${FOLDER}/model.safetensors`);
server.putFolder('/smol', {
  'config.json': readFileSync(`${FOLDER}/config.json`),
  'tokenizer.json': readFileSync(`${FOLDER}/tokenizer.json`),
  'model.safetensors': weights,
});
const tensorBytes = weights.length - 8 - Number(weights.read(0, 8).readBigUInt64LE());

/** Opens a folder of the server in the page's console. */
const open = (page, folder) =>
  page.evaluate((id) => window.inscape.openModel({ id, revision: 'address' }), `${server.address}${folder}`);

/** Values of one site for every token of these texts, and the seconds that it took. */
async function capture(page, site, texts) {
  const started = performance.now();
  const { shape, values } = await page.evaluate(
    async ([site, texts]) => {
      const [captured] = await window.inscape.capture({ sites: [site], pool: 'none', texts });
      return { shape: captured.shape, values: [...captured.values.slice(0, 1 << 16)] };
    },
    [site, texts],
  );
  return { shape, values, seconds: (performance.now() - started) / 1000 };
}

/** Bytes of files under a folder that were served so far. */
const sentOf = (folder) =>
  [...server.sent].reduce((sum, [path, n]) => sum + (path.startsWith(folder) ? n : 0), 0);

test('a site in layer 3 of SmolLM2 reads a part of the file', { timeout: 3 * RUN_MS }, async (t) => {
  const { page, context } = await visit(browser, address);
  await untilComputed(page);
  await open(page, '/smol');
  await capture(page, 'resid_post.3', ['The capital of France is', 'Once upon a time']);
  const share = server.sentOf('/smol/model.safetensors') / weights.length;
  t.diagnostic(`${(100 * share).toFixed(1)} % of the file's bytes were served`);
  assert.ok(share <= LIMITS.share, `${(100 * share).toFixed(1)} % of the bytes`);

  // The rest is downloaded for use without a network: cancelled, and gone on with.
  const rest = page.getByRole('button', { name: /^Download (all|the rest) for use without a network/ });
  await rest.click();
  const cancel = page.locator('.controls .progress').getByRole('button', { name: 'Cancel' });
  await page.locator('.controls .progress', { hasText: / of 269.1 MB/ }).waitFor();
  await cancel.click();
  await rest.click();
  await page
    .locator('.kept li', { hasText: '/smol' })
    .getByText(/^270\.\d MB, whole; no SHA-256/)
    .waitFor({ timeout: RUN_MS });
  const sent = server.sentOf('/smol/model.safetensors') - weights.length;
  assert.ok(sent <= 16 << 20, `${sent} bytes were served twice`);
  await context.close();
});

test('the logits of SmolLM2 come soon from a warm cache, in little more memory than its tensors', {
  timeout: 5 * RUN_MS,
}, async (t) => {
  const text = ['The capital of France is'];
  const { page, context } = await visit(browser, address);
  await untilComputed(page);
  await open(page, '/smol');
  const cold = await capture(page, 'logits', text);
  const sent = server.sentOf('/smol/model.safetensors');
  await page.reload();
  await untilComputed(page);
  const before = await page.evaluate(() => window.inscape.memory());
  const { result: warm, growth } = await withPeak(browser, async () => {
    await open(page, '/smol');
    return capture(page, 'logits', text);
  });
  const grown = (await page.evaluate(() => window.inscape.memory())) - before;
  const [factor, resident] = [grown, growth].map((bytes) => bytes / tensorBytes);
  t.diagnostic(
    `first logits after ${warm.seconds.toFixed(1)} s (cold ${cold.seconds.toFixed(1)} s); the engine's memory grew by ${factor.toFixed(2)} ×, the browser's by ${resident.toFixed(2)} × the tensors`,
  );
  assert.deepEqual(warm.values, cold.values);
  assert.ok(server.sentOf('/smol/model.safetensors') - sent <= 1 << 20, 'the weights come from this machine');
  assert.ok(warm.seconds <= LIMITS.firstTokenSeconds, `${warm.seconds} s`);
  assert.ok(factor <= LIMITS.peak, `${factor} × the tensors`);
  await context.close();
});

test('a checkpoint in several files is read from its parts, named by a folder or by the hub', {
  timeout: 3 * RUN_MS,
}, async () => {
  const files = sparseLlama({
    hidden_size: 64,
    intermediate_size: 32,
    num_hidden_layers: 3,
    num_attention_heads: 4,
    num_key_value_heads: 2,
    head_dim: 16,
  });
  const parts = Object.keys(files).filter((name) => name.endsWith('.safetensors'));
  const lfs = Object.fromEntries(
    parts.map((name) => [name, sha256(files[name].read(0, files[name].length))]),
  );
  const commit = 'f'.repeat(40);
  server.putFolder('/parts', files);
  server.putOnHub('owner/parts', { branch: 'main', commit, files, lfs });
  const { page, context } = await visit(browser, address);
  await untilComputed(page);
  const words = Object.keys(WORDS);
  const read = async () => (await capture(page, 'resid_post.1', [words.join(' ')])).values;
  const expected = Object.values(WORDS).flatMap((id) =>
    Array.from({ length: 64 }, (_, unit) => embeddingAt(id, unit)),
  );
  await open(page, '/parts');
  assert.deepEqual(await read(), expected);
  assert.ok(server.sentOf(`/parts/${parts[3]}`) <= 1 << 20, 'of the last part, only the header is read');

  await page.getByText('Your own model').click();
  await page.getByText('Another hub or mirror').click();
  await page.getByLabel('Address of the hub').fill(server.address);
  await page.getByRole('button', { name: 'Use', exact: true }).click();
  const { model } = await page.evaluate(() => window.inscape.openModel({ id: 'owner/parts' }));
  const lines = parts.sort().map((name) => `${lfs[name]}  ${name}\n`);
  assert.deepEqual(model, { id: 'owner/parts', revision: commit, sha256: sha256(lines.join('')) });
  assert.deepEqual(await read(), expected);
  await context.close();
});

test('layer 1 of a checkpoint of 8 billion parameters is captured for 8 tokens within 2 GiB', {
  timeout: 5 * RUN_MS,
}, async (t) => {
  server.putFolder('/eight', sparseLlama());
  const { page, context } = await visit(browser, address);
  await untilComputed(page);
  const words = Object.keys(WORDS);
  const { result: captured, peak } = await withPeak(browser, async () => {
    await open(page, '/eight');
    return capture(page, 'resid_post.1', [words.join(' ')]);
  });
  const engine = await page.evaluate(() => window.inscape.memory());
  t.diagnostic(
    `${(sentOf('/eight') / 1e6).toFixed(0)} MB were served; the engine took ${(engine / 2 ** 30).toFixed(2)} GiB, all of the browser ${(peak / 2 ** 30).toFixed(2)} GiB`,
  );
  const d = captured.values.length / words.length;
  assert.equal(d, 4096);
  Object.values(WORDS).forEach((id, at) => {
    for (let unit = 0; unit < d; unit++)
      assert.equal(captured.values[at * d + unit], embeddingAt(id, unit), `token ${id}, unit ${unit}`);
  });
  assert.ok(sentOf('/eight') <= 2 * layerBytes() + 64e6, `${sentOf('/eight')} bytes were served`);
  assert.ok(engine <= 2 * 2 ** 30, `${engine} bytes`);
  await context.close();
});
