import assert from 'node:assert/strict';
import test from 'node:test';
import { copyLink, RUN_MS, serveLab, startChromium, tickSite, untilComputed, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();

test('the first picture is a stored result, marked as stored, and the live one replaces it', {
  timeout: RUN_MS,
}, async () => {
  const { page, errors, context } = await visit(browser, address);
  await page.locator('.figure-similarity canvas, .figure-similarity svg').first().waitFor();
  assert.match(await page.locator('.origin').innerText(), /stored result|^Computed/i);
  const origin = await untilComputed(page);
  assert.match(origin, /matches the stored result/);
  for (const id of ['similarity', 'rdm', 'map', 'dimension']) {
    await page.locator(`.figure-${id}`).waitFor();
    assert.match(await page.locator(`.figure-${id} figcaption`).innerText(), /n = \d+/);
  }
  assert.deepEqual(errors, []);
  await context.close();
});

test('nothing is loaded from anywhere else', { timeout: RUN_MS }, async () => {
  const { page, strangers, context } = await visit(browser, address);
  await untilComputed(page);
  assert.deepEqual(strangers, []);
  await context.close();
});

test('the page’s policy lets no text run as code, and nothing that the page does breaks it', {
  timeout: RUN_MS,
}, async () => {
  const broken = [];
  const { page, context } = await visit(browser, address, {
    before: (page) =>
      page.on(
        'console',
        (line) => line.text().includes('Content Security Policy') && broken.push(line.text()),
      ),
  });
  await untilComputed(page);
  assert.deepEqual(broken, []);
  const answer = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    const events = [];
    document.addEventListener('securitypolicyviolation', (event) => events.push(event.effectiveDirective));
    return new Promise((resolve) => {
      setTimeout('window.ran = true', 0);
      setTimeout(() => resolve({ ran: window.ran, events }), 200);
    }).catch(String);
  });
  assert.equal(answer.ran, undefined);
  assert.ok(broken.length > 0);
  await context.close();
});

test('a changed site is computed again, and its link matches in a new browser context', {
  timeout: 2 * RUN_MS,
}, async () => {
  const author = await visit(browser, address);
  await untilComputed(author.page);
  await tickSite(author.page, 'fire2', false);
  await author.page.locator('.figure.stale').first().waitFor();
  await untilComputed(author.page);
  const link = await copyLink(author.page);
  assert.match(link, /#v1=/);
  await author.context.close();

  const reader = await visit(browser, link);
  const origin = await untilComputed(reader.page);
  assert.match(origin, /it matches what the link’s author measured/);
  const sites = await reader.page.evaluate(() => window.inscape.capture({ pool: 'mean' }));
  assert.ok(!sites.some((site) => site.site === 'fire2'));
  assert.deepEqual(reader.errors, []);
  await reader.context.close();
});

test('a link whose numbers were changed differs, and the page says where', {
  timeout: 2 * RUN_MS,
}, async () => {
  const author = await visit(browser, address);
  await untilComputed(author.page);
  await tickSite(author.page, 'fire2', false);
  await author.page.locator('.figure.stale').first().waitFor();
  await untilComputed(author.page);
  const link = await copyLink(author.page);
  await author.context.close();
  const [start, encoded] = link.split('#v1=');
  const recipe = JSON.parse(Buffer.from(encoded, 'base64url').toString());
  const figure = recipe.g.find((part) => Array.isArray(part) && part[0] === 'rdm');
  figure[1] = figure[1].replace(/./g, (digit) => (digit === '0' ? '1' : '0'));
  figure[4] += figure[2];
  const forged = `${start}#v1=${Buffer.from(JSON.stringify(recipe)).toString('base64url')}`;

  const reader = await visit(browser, forged);
  assert.match(
    await untilComputed(reader.page),
    /differs from what the link’s author measured.*dissimilarity of stimuli/,
  );
  await reader.context.close();
});

test('no task holds the main thread for more than 200 ms while an analysis is computed again', {
  timeout: 2 * RUN_MS,
}, async () => {
  const { page, context } = await visit(browser, address);
  await untilComputed(page);
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.longTasks.push(Math.round(entry.duration));
    }).observe({ type: 'longtask' });
  });
  await tickSite(page, 'fire2', false);
  await page.locator('.figure.stale').first().waitFor();
  await untilComputed(page);
  const longest = Math.max(0, ...(await page.evaluate(() => window.longTasks)));
  assert.ok(longest <= 200, `the longest task took ${longest} ms`);
  await context.close();
});
