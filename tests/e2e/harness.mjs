/**
 * What every end-to-end script stands on: the built page in dist/ under a sub-path of a plain static server, a browser,
 * and the few things a visitor waits for. Scripts end with their file: `node --test` gives each a process of its own.
 */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { chromium, firefox } from 'playwright-core';
import { staticServer } from '../../scripts/server/static.mjs';

/** A run on two slow cores with a software GPU takes its time. */
export const RUN_MS = 120_000;

/** The base path: the page must work under any. */
const BASE = '/lab/sub/';

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
];
const SOFTWARE_WEBGPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/** Ends a script that has not ended by itself after `ms`: a browser that hangs must not hold up the others. */
export function limitScript(ms) {
  setTimeout(() => {
    console.error(`This script has not ended after ${ms / 1000} s; it is ended.`);
    process.exit(1);
  }, ms).unref();
}

/** Starts the server; resolves to the address of the page. It is closed when the script's tests have ended. */
export async function serveLab() {
  if (!existsSync('dist/index.html'))
    throw new Error('There is no built page in dist/. Run ./scripts/build first.');
  const server = staticServer('dist', BASE);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${server.address().port}${BASE}`;
}

/** Chromium with WebGPU on its software adapter, or without WebGPU at all. */
export async function startChromium({ webgpu = true } = {}) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const args = [
    ...CHROMIUM_ARGS,
    ...(webgpu ? SOFTWARE_WEBGPU : ['--disable-features=WebGPU,WebGPUService']),
  ];
  const browser = await chromium.launch({ executablePath, args, headless: true });
  after(() => browser.close());
  return browser;
}

/** Debian's Firefox ESR, driven by WebDriver BiDi; WebGPU must be turned on there. */
export async function startFirefox() {
  const home = mkdtempSync(join(tmpdir(), 'inscape-firefox-'));
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    firefoxUserPrefs: { 'dom.webgpu.enabled': true, 'gfx.webgpu.ignore-blocklist': true },
    env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: home },
  });
  after(() => browser.close());
  return browser;
}

/**
 * A fresh visitor: a context of its own, with what the page threw and which other sites it asked for.
 * `address` may carry a hash, and opens the bench without one; `before(page)` can prepare routes.
 */
export async function visit(browser, address, { before, ...options } = {}) {
  // What a service worker fetches no test can see or change, so that those of other things have none; see offline.test.mjs.
  const usual = { viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' };
  const context = await browser.newContext({ ...usual, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors = [];
  const strangers = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(address).host) strangers.push(request.url());
  });
  await before?.(page);
  await page.goto(address.includes('#') ? address : `${address}#bench`);
  return { context, page, errors, strangers };
}

/** Waits until the figures of a run of this machine are shown and nothing is in progress. */
export async function untilComputed(page, timeout = RUN_MS) {
  const origin = page.locator('.origin', { hasText: /^Computed/ });
  const alert = page.getByRole('alert');
  await origin.or(alert).first().waitFor({ timeout });
  if (await alert.isVisible()) throw new Error(`Instead of figures there is: ${await alert.innerText()}`);
  await page.waitForFunction(() => !document.querySelector('.figure.stale'), undefined, { timeout });
  return origin.innerText();
}

/** Waits for the alert and returns its words. */
export async function alertText(page, timeout = RUN_MS) {
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout });
  return alert.innerText();
}

/** The address that the button copies, and the words about it. */
export async function copyLink(page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.locator('.copy-link .said', { hasText: 'Link copied.' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The tick box of the site with exactly this short name. */
export function siteBox(page, name) {
  return page.locator('.sites label', { has: page.getByText(name, { exact: true }) }).locator('input');
}

/** Ticks or unticks a site by its short name. */
export async function tickSite(page, name, isOn) {
  await siteBox(page, name).setChecked(isOn);
}

/** Waits until a snapshot of a training lies in this browser's storage. */
export async function untilKept(page, timeout = RUN_MS) {
  for (const end = Date.now() + timeout; Date.now() < end; await page.waitForTimeout(200)) {
    if (await page.evaluate(countKept)) return;
  }
  throw new Error(`No snapshot was kept within ${timeout / 1000} s.`);
}

/** In the page: how many snapshots its storage holds. */
function countKept() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('inscape');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const answer = (n) => {
        database.close();
        resolve(n);
      };
      if (!database.objectStoreNames.contains('kept-runs')) return answer(0);
      const count = database.transaction('kept-runs').objectStore('kept-runs').count();
      count.onsuccess = () => answer(count.result);
    };
  });
}
