// Models from another server, under everything that servers and networks do: the right numbers or a clear sentence, and
// never a broken copy on this machine. The model is SqueezeNet, once served with the page and again by the fault server.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { FAULTS, FaultServer, rangeOf } from './faults.mjs';
import { alertText, copyLink, RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

const FOLDER = 'models/squeezenet1_1';
const FILES = {
  'config.json': readFileSync(`${FOLDER}/config.json`),
  'model.safetensors': readFileSync(`${FOLDER}/model.safetensors`),
};
const HASH = createHash('sha256').update(FILES['model.safetensors']).digest('hex');
const COMMIT = 'c0ffee'.padEnd(40, '0');
/** What is asked of a file of unknown length, in bytes: web/fetch/store/store.ts. */
const FIRST_BYTES = 256 << 10;
/** Bytes of one request: web/fetch/store/file.ts. */
const REQUEST_BYTES = 4 << 20;

const server = await FaultServer.start();
const address = await serveLab();
const browser = await startChromium();
const { page, errors } = await visit(browser, address);
await untilComputed(page);
const expected = await fire9(page);

/** The mean activations at the last module, as bits: they are the same only when the weights are. */
function fire9(page) {
  return page.evaluate(async () => {
    const [site] = await window.inscape.capture({ sites: ['fire9'], pool: 'mean' });
    return [...new Uint32Array(site.values.buffer.slice(0))].join();
  });
}

/** Opens a folder of the fault server by its address. */
async function load(page, folder) {
  await openOwn(page);
  await page.getByLabel('Or an address').fill(`${server.address}${folder}`);
  await page.getByRole('button', { name: 'Load' }).click();
}

async function openOwn(page) {
  const own = page.locator('details', { hasText: 'Your own model' });
  if (!(await own.evaluate((element) => element.open))) await page.getByText('Your own model').click();
}

/** Waits until the model that was asked for has run, and compares its numbers. */
async function assertRight(page) {
  await untilComputed(page, 2 * RUN_MS);
  assert.equal(await fire9(page), expected);
}

/** Goes back to the model of the page, whose figures are in view afterwards. */
async function backToDefault(page) {
  await page.getByLabel('Network').selectOption('squeezenet1_1');
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await untilComputed(page);
}

/** A folder whose weights are spoilt by what `fault(file, n)` gives, from the second request for them on. */
function spoil(folder, fault) {
  server.putFolder(folder, FILES);
  const path = `${folder}/model.safetensors`;
  const file = server.files.get(path);
  let n = 0;
  server.faults.set(path, (request, response, answer) => {
    if (rangeOf(request, file.length)?.[0] === 0) return answer.good();
    n++;
    const spoiled = fault(file, n);
    return spoiled ? spoiled(request, response, answer) : answer.good();
  });
  return { path, file };
}

/** Once: the page mends it without a word. */
const mended = [
  ['a connection that breaks in the middle', (file, n) => n === 1 && FAULTS.cut(file)],
  ['a connection that stalls', (file, n) => n === 1 && FAULTS.stall(file)],
  ['a busy host that asks to wait', (_, n) => n === 1 && FAULTS.status(429, { 'Retry-After': '1' })()],
  ['a server error in passing', (_, n) => n === 1 && FAULTS.status(503)()],
  ['an answer of another range', (file, n) => n === 1 && FAULTS.range(file)],
  ['a server that refuses ranges', (file) => FAULTS.whole(file)],
];
for (const [title, fault] of mended) {
  test(`${title}: the numbers are right all the same`, { timeout: 3 * RUN_MS }, async () => {
    const { path } = spoil(`/mended/${title}`, fault);
    await load(page, `/mended/${encodeURIComponent(title)}`);
    await assertRight(page);
    assert.ok(server.asked.filter((line) => line.includes(path)).length >= 3, 'the fault was met');
    await backToDefault(page);
  });
}

/** For good: the page says what was found, and once it is over the same address works. */
const told = [
  ['a connection that always breaks', (file) => FAULTS.cut(file), /broke off after/],
  ['answers that are too short', (file) => FAULTS.truncate(file), /broke off|were expected/],
  ['a web page with a good status', () => FAULTS.html(), /web page instead of the file/],
  ['answers of another range', (file) => FAULTS.range(file), /asked for the bytes .*answered with/],
  ['a file that is gone', () => FAULTS.status(404)(), /404/],
  ['a gated model', () => FAULTS.status(401)(), /wants a login.*gated/],
  [
    'a host that is busy for an hour',
    () => FAULTS.status(429, { 'Retry-After': '3600' })(),
    /fewer requests/,
  ],
  [
    'a file that changes between two requests',
    (file) => FAULTS.whole({ ...file, tag: '"another"', read: () => Buffer.alloc(file.length) }),
    /changed on its server.*not mixed/,
  ],
  [
    'a host that lets no other page read',
    () => (_, response) => {
      response.removeHeader('Access-Control-Allow-Origin');
      response.writeHead(200).end();
    },
    /CORS/,
  ],
];
for (const [title, fault, words] of told) {
  test(`${title}: the page says so, and keeps nothing that is wrong`, { timeout: 3 * RUN_MS }, async () => {
    const { path } = spoil(`/told/${title}`, fault);
    await load(page, `/told/${encodeURIComponent(title)}`);
    assert.match((await alertText(page)).replaceAll('\n', ' '), words);
    server.faults.delete(path);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await assertRight(page);
    await backToDefault(page);
  });
}

test('a download that was cut off goes on where it stopped, also after a reload', {
  timeout: 3 * RUN_MS,
}, async () => {
  const { page, context } = await visit(browser, address);
  await untilComputed(page);
  const beyond = (file, request) => rangeOf(request, file.length)?.[0] >= REQUEST_BYTES;
  server.putFolder('/resumed', FILES);
  const path = '/resumed/model.safetensors';
  const file = server.files.get(path);
  server.faults.set(path, (request, response, answer) =>
    beyond(file, request) ? FAULTS.cut(file)(request, response) : answer.good(),
  );
  await load(page, '/resumed');
  assert.match(await alertText(page), /broke off/);
  server.faults.delete(path);
  server.sent.delete(path);
  await page.reload();
  await page.getByRole('button', { name: 'Load it from there' }).click();
  await assertRight(page);
  const rest = file.length - REQUEST_BYTES;
  const most = rest + 2 * FIRST_BYTES;
  assert.ok(server.sentOf(path) <= most, `${server.sentOf(path)} bytes were sent again; ${most} is the most`);
  await context.close();
});

test('where the browser has no room, the page says so and computes all the same', {
  timeout: 3 * RUN_MS,
}, async () => {
  const { page, context } = await visit(browser, address);
  await untilComputed(page);
  const protocol = await context.newCDPSession(page);
  const { usage } = await protocol.send('Storage.getUsageAndQuota', { origin: new URL(address).origin });
  const origin = new URL(address).origin;
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1_000_000 });
  server.putFolder('/full', FILES);
  await load(page, '/full');
  await page.locator('.notice', { hasText: 'no room to keep more' }).waitFor({ timeout: RUN_MS });
  await assertRight(page);
  await page.getByRole('button', { name: /^Download (all|the rest)/ }).click();
  assert.match(await alertText(page), /stopped after .* of 4.9 MB: this browser has no room/);
  await protocol.send('Storage.overrideQuotaForOrigin', { origin });
  await page.reload();
  await page.getByRole('button', { name: 'Load it from there' }).click();
  await assertRight(page);
  await context.close();
});

test('a name on a mirror of the hub becomes a commit in link and recipe, works offline, and is deleted', {
  timeout: 5 * RUN_MS,
}, async () => {
  server.putOnHub('owner/net', {
    branch: 'main',
    commit: COMMIT,
    files: { ...FILES, 'README.md': Buffer.from('a card') },
    lfs: { 'model.safetensors': HASH },
  });
  const author = await visit(browser, address);
  const { page, context } = author;
  await untilComputed(page);
  await openOwn(page);
  await page.getByText('Another hub or mirror').click();
  await page.getByLabel('Address of the hub').fill(`${server.address}/`);
  await page.getByRole('button', { name: 'Use', exact: true }).click();
  assert.ok(!server.asked.some((line) => line.includes('owner/net')), 'nothing is asked before it is wanted');
  await page.getByLabel('Or a name on the hub').fill('owner/net');
  await page.getByRole('button', { name: 'Fetch' }).click();
  await page.locator('.figure.stale').first().waitFor();
  await assertRight(page);

  const link = await copyLink(page);
  const { m: model } = JSON.parse(Buffer.from(link.split('=')[1], 'base64url').toString());
  assert.deepEqual(model, { id: 'owner/net', revision: COMMIT, sha256: HASH });
  const kept = page.locator('.kept li', { hasText: 'owner/net' });
  await kept.getByText('whole, verified').waitFor();
  assert.match(await kept.innerText(), new RegExp(COMMIT.slice(0, 7)));

  // The same commit, though the branch has moved on.
  server.putJson('/api/models/owner/net/revision/main', { sha: 'd'.repeat(40) });
  server.asked.length = 0;
  await server.stop();
  const reader = await context.newPage();
  await page.close();
  await reader.goto(link);
  await reader.getByRole('button', { name: 'Load it from there' }).click();
  assert.match(await untilComputed(reader), /matches what the link’s author measured to the bit/);
  assert.equal(await fire9(reader), expected);
  assert.deepEqual(server.asked, []);
  await server.listen(server.port);

  // Two models are kept: one is deleted, then the rest.
  const lines = reader.locator('.kept li');
  const n = await lines.count();
  assert.ok(n >= 2, `${n} models are kept`);
  await reader.getByRole('button', { name: 'Delete owner/net' }).click();
  await reader.locator('.kept li', { hasText: 'owner/net' }).waitFor({ state: 'detached' });
  assert.equal(await lines.count(), n - 1);
  await reader.getByRole('button', { name: 'Delete all' }).click();
  await reader.getByText('Nothing yet.').waitFor();
  await context.close();
});

test('a file that is not what its list says is dropped', { timeout: 3 * RUN_MS }, async () => {
  const wrong = Buffer.from(FILES['model.safetensors']);
  wrong[wrong.length - 1] ^= 1;
  const commit = 'bad'.padEnd(40, '0');
  const files = { ...FILES, 'model.safetensors': wrong };
  server.putOnHub('owner/wrong', { branch: 'main', commit, files, lfs: { 'model.safetensors': HASH } });
  await openOwn(page);
  await page.getByText('Another hub or mirror').click();
  await page.getByLabel('Address of the hub').fill(server.address);
  await page.getByRole('button', { name: 'Use', exact: true }).click();
  await page.getByLabel('Or a name on the hub').fill('owner/wrong');
  await page.getByRole('button', { name: 'Fetch' }).click();
  assert.match(await alertText(page), /SHA-256 .* but the list says/);
  server.putFolder(`/owner/wrong/resolve/${commit}`, FILES);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await assertRight(page);
  await backToDefault(page);
});

test('through all of it the page threw nothing', () => {
  assert.deepEqual(errors, []);
});
