// The page without a network after one visit, and a new build that takes the old one's place whole or not at all.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { staticServer } from '../../scripts/server/static.mjs';
import { limitScript, RUN_MS, startChromium, untilComputed } from './harness.mjs';

const BASE = '/lab/sub/';
limitScript(4 * RUN_MS);
const browser = await startChromium({ webgpu: false });
const folder = mkdtempSync(join(tmpdir(), 'inscape-offline-'));
after(() => rmSync(folder, { recursive: true }));
copyBuilt('dist', folder);

let server;
let port = 0;

/** The same address as before, so that the browser takes it for the same page. */
async function startServer() {
  server = staticServer(folder, BASE);
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  port = server.address().port;
}

async function stopServer() {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
after(stopServer);

test('after one visit all pages open without a network, and nothing came from elsewhere', {
  timeout: 3 * RUN_MS,
}, async (t) => {
  await startServer();
  const address = `http://localhost:${port}${BASE}`;
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const [errors, strangers] = [[], []];
  page.on('pageerror', (error) => errors.push(String(error)));
  context.on('request', (request) => {
    if (!request.url().startsWith(address) && /^(http|ws)/.test(request.url())) strangers.push(request.url());
  });
  await page.goto(`${address}#bench`);
  await untilComputed(page);
  await page.locator('.offline', { hasText: 'Works offline now.' }).waitFor({ timeout: RUN_MS });

  await t.test('it can be installed', async () => {
    const { manifest, found } = await page.evaluate(async () => {
      const { href } = document.querySelector('link[rel=manifest]');
      const manifest = await (await fetch(href)).json();
      const sizes = manifest.icons.map(async ({ src, sizes }) => {
        const bitmap = new Image();
        bitmap.src = new URL(src, href).href;
        await bitmap.decode();
        return sizes === 'any' || sizes === `${bitmap.naturalWidth}x${bitmap.naturalHeight}`;
      });
      return { manifest, found: await Promise.all(sizes) };
    });
    assert.equal(manifest.start_url, './');
    assert.ok(found.length >= 3 && found.every(Boolean), 'every icon has the size that the manifest says');
  });

  await stopServer();
  await page.reload();
  assert.match(await untilComputed(page), /matches/);
  await page.getByRole('link', { name: 'Your data' }).click();
  await page.getByRole('button', { name: 'Try it with made-up arrays' }).click();
  await page.getByRole('row', { name: /subjects/ }).waitFor();
  await page.getByRole('link', { name: 'Training' }).click();
  await page.locator('.panels svg').nth(1).waitFor();
  assert.deepEqual(errors, []);
  assert.deepEqual(strangers, []);

  await t.test('a build that is half there never takes its place', async () => {
    await startServer();
    publish({ isWhole: false });
    await page.reload();
    const ends = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      const worker = registration.installing;
      if (worker && worker.state !== 'redundant')
        await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
      return [worker?.state, registration.waiting === null];
    });
    assert.deepEqual(ends, ['redundant', true]);
    await page.reload();
    await page.locator('.panels svg').first().waitFor();
    assert.equal(await page.locator('meta[name=newer]').count(), 0);
  });

  await t.test('a whole one says that it is here, and is opened when the visitor likes', async () => {
    publish({ isWhole: true });
    await page.reload();
    assert.equal(await page.locator('meta[name=newer]').count(), 0);
    await page.locator('.offline', { hasText: 'A new version is here' }).waitFor({ timeout: RUN_MS });
    await page.locator('.offline').getByRole('button', { name: 'reload' }).click();
    await page.locator('meta[name=newer]').waitFor({ state: 'attached' });
    await page.locator('.panels svg').first().waitFor();
  });
  assert.deepEqual(errors, []);
  await context.close();
});

/** Puts a changed page on the server, with the list of its build; not whole, when it is another page than the list's. */
function publish({ isWhole }) {
  const worker = readFileSync('dist/offline.js', 'utf8');
  const page = readFileSync('dist/index.html', 'utf8').replace('</title>', '</title><meta name="newer">');
  const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const list = /^self\.INSCAPE_BUILD=(.*);\n/.exec(worker);
  const build = JSON.parse(list[1]);
  build.version = isWhole ? 'whole' : 'half';
  build.files[''] = hash(isWhole ? page : `${page} `);
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(
    join(folder, 'offline.js'),
    `self.INSCAPE_BUILD=${JSON.stringify(build)};\n${worker.slice(list[0].length)}`,
  );
}

/** A copy that can be changed; the models, which are large, are linked. */
function copyBuilt(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) cpSync(source, target);
    else if (!source.startsWith(join('dist', 'models'))) cpSync(source, target, { recursive: true });
    else linkTree(source, target);
  }
}

function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else
      try {
        linkSync(source, target);
      } catch {
        cpSync(source, target);
      }
  }
}
