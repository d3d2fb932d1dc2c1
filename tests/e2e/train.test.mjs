// Small networks that learn in the page: pause, resume, cancel, the same bits again, and what is kept of a run.
import assert from 'node:assert/strict';
import test from 'node:test';
import { alertText, copyLink, limitScript, serveLab, startChromium, untilKept, visit } from './harness.mjs';

/** Each test is a short run or two. */
const SHORT_MS = 60_000;
const DECODER = '#train?task=austen-decoder&engine=cpu';

limitScript(300_000);
const address = await serveLab();
const browser = await startChromium();

/** The page with a decoder to train for `steps` steps. */
async function visitTraining({ seed, steps, before }) {
  return visit(browser, `${address}${DECODER}&seed=${seed}&steps=${steps}`, { before });
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** The step that the progress line names; 0 where it names none. */
async function stepOf(page) {
  const line = (await page.locator('.progress').allInnerTexts()).join(' ');
  return Number(/[Ss]tep ([\d,]+)/.exec(line)?.[1]?.replaceAll(',', '') ?? 0);
}

async function untilStep(page, step) {
  await page.waitForFunction(
    (step) => {
      const words = document.querySelector('.progress')?.innerText ?? '';
      return Number(/[Ss]tep ([\d,]+)/.exec(words)?.[1]?.replaceAll(',', '') ?? 0) >= step;
    },
    step,
    { timeout: SHORT_MS, polling: 50 },
  );
}

/** The whole SHA-256 of the first finished run. */
async function untilDigest(page) {
  const digest = page.locator('.outcome .digest .all').first();
  await digest.or(page.getByRole('alert')).first().waitFor({ state: 'attached', timeout: SHORT_MS });
  assert.equal(await page.getByRole('alert').count(), 0, 'instead of a result there is an alert');
  const sha256 = await digest.textContent();
  assert.match(sha256, /^[0-9a-f]{64}$/);
  return sha256;
}

let digest;
let link;

test('a decoder trains in view: pause holds it, resume lets it go on, and its weights have a fingerprint', {
  timeout: SHORT_MS,
}, async () => {
  const { page, errors, strangers, context } = await visitTraining({ seed: 7, steps: 60 });
  await page.getByText('It first downloads 1.2 MB').waitFor();
  await press(page, 'Start');
  await untilStep(page, 5);
  await press(page, 'Pause');
  await page.locator('.progress', { hasText: 'Paused at step' }).waitFor();
  await page.waitForTimeout(600);
  const held = await stepOf(page);
  assert.ok(held < 60, 'it was paused before its end');
  await page.waitForTimeout(1000);
  assert.equal(await stepOf(page), held);
  await press(page, 'Resume');
  digest = await untilDigest(page);
  assert.equal(await page.locator('.panels svg').count(), 2);
  assert.match(
    await page.locator('.figure-training .finding').innerText(),
    /After 60 steps the decoder needs [\d.]+ nats/,
  );
  assert.match(await page.locator('.figure-training .about').first().innerText(), /n = [\d,]+.*f32.*seed 7/s);
  assert.match(await page.locator('.again').innerText(), /first run here/);
  link = await copyLink(page);
  assert.match(link, new RegExp(`digest=${digest.slice(0, 16)}`));

  await press(page, 'Start');
  await page.locator('.again', { hasText: 'same bits as last time' }).waitFor({ timeout: SHORT_MS });
  assert.equal(await untilDigest(page), digest);
  assert.deepEqual(errors, []);
  assert.deepEqual(strangers, []);
  await context.close();
});

test('the console trains the same, and its report has no weights', { timeout: SHORT_MS }, async () => {
  const { page, context } = await visit(browser, `${address}#train`);
  const report = await page.evaluate(() =>
    window.inscape.train({ task: 'austen-decoder', seed: 7, nSteps: 60, backend: 'cpu' }),
  );
  assert.equal(report.sha256, digest);
  assert.equal(report.step, 60);
  assert.ok(!('weights' in report));
  await context.close();
});

test('a link says whether the weights match, and with another digest that they differ', {
  timeout: SHORT_MS,
}, async () => {
  for (const [opened, expected] of [
    [link, /match what the link’s author got, to the bit/],
    [link.replace(/digest=[0-9a-f]+/, `digest=${'0'.repeat(16)}`), /differ from what the link’s author got/],
  ]) {
    const reader = await visit(browser, opened);
    await press(reader.page, 'Start');
    await untilDigest(reader.page);
    assert.match(await reader.page.locator('.origin').innerText(), expected);
    await reader.context.close();
  }
});

test('a page that was reloaded in the middle of a run offers to resume it, and the bits are the same', {
  timeout: SHORT_MS,
}, async () => {
  const steps = 90;
  const { page, context } = await visitTraining({ seed: 8, steps });
  await press(page, 'Start');
  await untilKept(page, SHORT_MS);
  await untilStep(page, 5);
  await page.reload();
  const offer = page.locator('.kept');
  await offer.waitFor();
  assert.match(
    await offer.innerText(),
    /A run of “.+” with seed 8 stopped at step [\d,]+ of 90 on \d+ \w+ at/,
  );
  await offer.getByRole('button', { name: 'Resume' }).click();
  const resumed = await untilDigest(page);
  assert.equal(await page.locator('.kept').count(), 0);

  await press(page, 'Start');
  await page.locator('.again', { hasText: 'same bits as last time' }).waitFor({ timeout: SHORT_MS });
  assert.equal(await untilDigest(page), resumed);
  await context.close();
});

test('a run that is cancelled ends, paused or not, and the next one starts', {
  timeout: SHORT_MS,
}, async () => {
  const { page, context } = await visitTraining({ seed: 9, steps: 400 });
  for (const isPaused of [false, true]) {
    await press(page, 'Start');
    await untilStep(page, 3);
    if (isPaused) await press(page, 'Pause');
    await press(page, 'Cancel');
    await page.getByText('The run was cancelled').waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  }
  await context.close();
});

test('a data file that is missing is named with what to do, and trying again goes on', {
  timeout: SHORT_MS,
}, async () => {
  const { page, context } = await visitTraining({
    seed: 7,
    steps: 60,
    before: (page) =>
      page.route('**/models/austen/text.txt', (route) => route.fulfill({ status: 404, body: 'no' })),
  });
  await press(page, 'Start');
  assert.match(
    (await alertText(page)).replaceAll('\n', ' '),
    /text\.txt of Jane Austen.* failed: models\/austen\/text\.txt answered 404.*Check the address/,
  );
  await page.unrouteAll();
  await press(page, 'Try again');
  await page.getByRole('alert').waitFor({ state: 'detached' });
  assert.equal(await untilDigest(page), digest);
  await context.close();
});

test('a link that was changed says which part cannot be', { timeout: SHORT_MS }, async () => {
  const { page, context } = await visit(browser, `${address}#train?task=austen-decoder&seed=-1`);
  assert.match(await alertText(page), /seed = "-1", but expected was a whole number/);
  await context.close();
});

test('the bench and the training page lead to each other', { timeout: SHORT_MS }, async () => {
  const { page, errors, context } = await visit(browser, `${address}#train`);
  await page.getByText('Press Start').waitFor();
  await page.getByRole('link', { name: 'Bench' }).click();
  await page.locator('.figure-similarity').waitFor();
  await page.getByRole('link', { name: 'Training' }).click();
  await page.getByText('Press Start').waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('on a phone nothing scrolls sideways, and Start is in view', { timeout: SHORT_MS }, async () => {
  const { page, context } = await visit(browser, `${address}#train`, {
    viewport: { width: 360, height: 780 },
  });
  await page.locator('.panels svg').nth(1).waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `the page is ${wide} px wide`);
  const box = await page.getByRole('button', { name: 'Start', exact: true }).boundingBox();
  assert.ok(box && box.y + box.height < 780);
  await context.close();
});
