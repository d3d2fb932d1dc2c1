// What a site costs: bytes from the server, memory, and time, for SmolLM2 and for a checkpoint of 8 billion parameters.
import assert from 'node:assert/strict';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import test, { after } from 'node:test';
import { FaultServer } from './faults.mjs';
import { RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';
import { withPeak } from './memory.mjs';
import { embeddingAt, layerBytes, sparseLlama, WORDS } from './sparse-llama.mjs';

/** Whether the engine gathers rows of an embedding and keeps 16-bit weights packed; until then it needs more. */
const IS_LEAN = false;
const LIMITS = IS_LEAN
  ? { share: 0.25, peak: 1.3, firstTokenSeconds: 10 }
  : { share: 0.32, peak: 6, firstTokenSeconds: 60 };

/** What a renderer takes up besides weights: the page, its code and the wasm module. */
const PAGE_BYTES = 150e6;

const FOLDER = 'models/smollm2-135m';
const server = await FaultServer.start();
const address = await serveLab();
const browser = await startChromium();

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

/** The link of a bench on the CPU with a folder of the server, these lines and this site. */
function linkTo(folder, lines, site) {
  const fields = {
    m: { id: `${server.address}${folder}`, revision: 'address', sha256: '' },
    i: { kind: 'lines', lines },
    s: [site],
    f: site,
    p: 'last',
    b: 'cpu',
  };
  return `${address}#v1=${Buffer.from(JSON.stringify(fields)).toString('base64url')}`;
}

/** Opens a link and agrees to its address; resolves when the figures are there, with the seconds that it took. */
async function run(page, link) {
  await page.goto('about:blank');
  await page.goto(link);
  const agree = page.getByRole('button', { name: 'Load it from there' });
  await agree.waitFor();
  const started = performance.now();
  await agree.click();
  await untilComputed(page, 2 * RUN_MS);
  return (performance.now() - started) / 1000;
}

const LINES = ['The capital of France is', 'Once upon a time', 'Two and two make', 'It rained'];

test('a site in layer 3 of SmolLM2 reads a part of the file', { timeout: 3 * RUN_MS }, async (t) => {
  const { page, context } = await visit(browser, address);
  await run(page, linkTo('/smol', LINES, 'blocks.3.hook_resid_post'));
  const share = server.sentOf('/smol/model.safetensors') / weights.length;
  t.diagnostic(`${(100 * share).toFixed(1)} % of the file's bytes were served`);
  assert.ok(share <= LIMITS.share, `${(100 * share).toFixed(1)} % of the bytes`);
  await context.close();
});

test('the logits of SmolLM2 come soon from a warm cache, in little more memory than its tensors', {
  timeout: 5 * RUN_MS,
}, async (t) => {
  const { page, context } = await visit(browser, address);
  const link = linkTo('/smol', LINES, 'logits');
  await run(page, link);
  const sent = server.sentOf('/smol/model.safetensors');
  await page.close();
  const warm = await context.newPage();
  await warm.goto(address);
  await untilComputed(warm);
  const { result: seconds, growth } = await withPeak(browser, () => run(warm, link));
  const factor = (growth - PAGE_BYTES) / tensorBytes;
  t.diagnostic(`first logits after ${seconds.toFixed(1)} s; the peak is ${factor.toFixed(2)} × the tensors`);
  assert.ok(server.sentOf('/smol/model.safetensors') - sent <= 1 << 20, 'the weights come from this machine');
  assert.ok(seconds <= LIMITS.firstTokenSeconds, `${seconds} s`);
  assert.ok(factor <= LIMITS.peak, `${factor} × the tensors`);
  await context.close();
});

test('layer 1 of a checkpoint of 8 billion parameters is captured for 8 tokens within 2 GiB', {
  timeout: 5 * RUN_MS,
  skip: !IS_LEAN && 'it needs an engine that gathers rows and keeps 16-bit weights packed',
}, async (t) => {
  server.putFolder('/eight', sparseLlama());
  const { page, context } = await visit(browser, address);
  const words = Object.keys(WORDS);
  const lines = [0, 2, 4, 6].map((at) => words.slice(at, at + 2).join(' '));
  const { peak } = await withPeak(browser, () =>
    run(page, linkTo('/eight', lines, 'blocks.1.hook_resid_post')),
  );
  const captured = await page.evaluate(async (text) => {
    const [site] = await window.inscape.capture({ sites: ['resid_post.1'], pool: 'none', texts: [text] });
    return { shape: site.shape, values: [...site.values] };
  }, words.join(' '));
  const sent = [...server.sent].reduce((sum, [path, n]) => sum + (path.startsWith('/eight') ? n : 0), 0);
  t.diagnostic(
    `${(sent / 1e6).toFixed(0)} MB were served; the browser took ${(peak / 2 ** 30).toFixed(2)} GiB at its peak`,
  );
  const d = 4096;
  assert.equal(captured.values.length, words.length * d);
  Object.values(WORDS).forEach((id, at) => {
    for (let unit = 0; unit < d; unit++) assert.equal(captured.values[at * d + unit], embeddingAt(id, unit));
  });
  assert.ok(sent <= 2 * layerBytes() + 64e6, `${sent} bytes were served`);
  assert.ok(peak <= 2 * 2 ** 30, `${peak} bytes`);
  await context.close();
});
