// Experiments as a class uses them: from the gallery to a run, its claims, a link that another browser opens and finds the
// same; a reload in the middle; thirty links in one tab; and a lesson that would rather act.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { copyLink, limitScript, RUN_MS, serveLab, startChromium, visit } from './harness.mjs';
import { withPeak } from './memory.mjs';

limitScript(8 * RUN_MS);
const address = await serveLab();
const browser = await startChromium({ webgpu: false });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** An experiment that needs no file. */
const SLUG = 'task-structure-nonlinearity';

/** The same, small: networks that learn little, but in seconds. */
const QUICK = 'd=1&seed=1&map=false&nets=2&steps=100';

/** Predicts, or does without. */
async function predict(page) {
  const skip = page.getByRole('button', { name: 'Run it without a prediction' });
  await page.getByRole('heading', { name: 'What the paper claims' }).waitFor();
  while ((await skip.count()) > 0) await skip.first().click();
}

const runButton = (page) => page.locator('.run').getByRole('button', { name: 'Run', exact: true });

/** Waits for the claims of a run of this machine; what is said of it comes back. */
async function untilRun(page) {
  const origin = page.locator('.origin', { hasText: 'Computed on this machine' });
  const alert = page.getByRole('alert');
  await origin.or(alert).first().waitFor({ timeout: RUN_MS });
  if (await alert.isVisible()) throw new Error(`Instead of a result there is: ${await alert.innerText()}`);
  await page.locator('.claims:not(.stale) tbody tr').first().waitFor();
  return origin.innerText();
}

/** Every place that breaks a rule, in both themes. */
async function faultsOf(page, what) {
  const faults = [];
  for (const theme of ['light', 'dark']) {
    await page.evaluate((theme) => {
      document.querySelector(`.masthead .segments input[value=${theme}]`).click();
    }, theme);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }),
      RULES,
    );
    for (const { id, help, nodes } of violations)
      for (const { target, failureSummary } of nodes.slice(0, 3))
        faults.push(`${what}, ${theme}: ${id}: ${help}: ${target.join(' ')}\n${failureSummary}`);
  }
  return faults;
}

/** In a narrow window nothing is wider than the page. */
async function assertNarrow(page, what) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `${what} is ${width} px wide`);
}

test('from the gallery to a run, its claims, another setting, and a link that matches elsewhere', {
  timeout: 4 * RUN_MS,
}, async () => {
  const { page, errors, strangers, context } = await visit(browser, `${address}#`, {
    viewport: { width: 360, height: 740 },
    bypassCSP: true,
  });
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await page.locator('.wing').count(), 6);
  await page.locator('.thumbnail svg').first().waitFor();
  await assertNarrow(page, 'the gallery');
  assert.deepEqual(await faultsOf(page, 'the gallery'), []);
  await page.getByRole('searchbox').fill('no paper is called so');
  await page.getByText('No experiment fits.').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();

  await page.locator(`.entry-link[href='#x/${SLUG}']`).click();
  await page.getByRole('heading', { name: 'What the paper claims' }).waitFor();
  assert.equal(await page.locator('.claimed ol li').count(), 3);
  assert.match(await page.locator('svg.diagram').getAttribute('aria-label'), /leads to/);
  await predict(page);
  await runButton(page).click();
  await page.locator('.progress').waitFor();
  await untilRun(page);
  const verdicts = await page.locator('.claims .claim-verdict').allInnerTexts();
  assert.ok(verdicts.length > 0);
  for (const verdict of verdicts) assert.match(verdict, /^(✓ holds|✗ fails|○ open)$/);
  await page.locator('.figure .drawing svg').first().waitFor();
  await assertNarrow(page, 'the experiment with its result');
  assert.deepEqual(await faultsOf(page, 'the experiment with its result'), []);

  const link = await copyLink(page);
  assert.match(link, new RegExp(`#x/${SLUG}\\?d=\\d+&seed=\\d+.*&digest=`));
  const reader = await visit(browser, link);
  await predict(reader.page);
  assert.match(await untilRun(reader.page), /^Match: the same as the link’s author, to the last bit\./);

  // Another seed: what is in view is no longer what is asked, and the link says so.
  const seed = reader.page.getByLabel('Seed of what is drawn at random');
  await seed.fill('97');
  await reader.page.locator('.figure.stale').first().waitFor();
  assert.match(reader.page.url(), new RegExp(`#x/${SLUG}\\?d=\\d+&seed=97$`));
  await reader.page.keyboard.press('Escape');
  await reader.page.locator('#plate').focus();
  await reader.page.keyboard.press('Control+z');
  await reader.page.waitForFunction(() => !document.querySelector('.figure.stale'));
  assert.deepEqual([errors, strangers, reader.errors, reader.strangers], [[], [], [], []]);
  await reader.context.close();
  await context.close();
});

test('two runs stand side by side, seeds are verified, and what is handed in runs again elsewhere', {
  timeout: 3 * RUN_MS,
}, async () => {
  const { page, errors, context } = await visit(browser, `${address}#x/${SLUG}?${QUICK}`);
  await predict(page);
  await runButton(page).click();
  await untilRun(page);
  await page.getByRole('button', { name: 'Keep this run' }).click();
  await page.getByLabel('Seed of what is drawn at random').fill('2');
  await page.locator('#plate').focus();
  await page.keyboard.press('Control+Enter');
  await page.locator('.origin', { hasText: 'seed 2' }).waitFor({ timeout: RUN_MS });
  await page.getByRole('button', { name: 'Compare with the kept one' }).click();
  assert.match(await page.locator('.comparison table').first().innerText(), /Seed\s+1\s+2/);
  const pair = page.locator('.figure-pair').first();
  await pair.locator('.drawing svg, .drawing canvas').nth(1).waitFor();
  await page.getByRole('button', { name: 'Show this run alone' }).click();

  await page.locator('.run').getByRole('button', { name: 'Verify' }).click();
  await page
    .locator('.verification [role=status]', { hasText: /^All claims hold at \d of \d seeds\./ })
    .waitFor({
      timeout: RUN_MS,
    });
  const nSeeds = await page.locator('.verification tbody tr').count();
  assert.ok(nSeeds >= 3, `${nSeeds} seeds were verified`);
  assert.equal(await page.locator('.verification', { hasText: 'waiting' }).count(), 0);

  const exercise = page.locator('.exercise', { has: page.getByRole('textbox') }).first();
  await exercise.getByRole('textbox').fill('17');
  await exercise.getByRole('button', { name: 'Check' }).click();
  await exercise.getByText('✗ Not so.').waitFor();
  await exercise.getByRole('textbox').fill('1');
  await exercise.getByRole('button', { name: 'Check' }).click();
  await exercise.getByText('✓ Right.').waitFor();
  await page.reload();
  await exercise.getByText('✓ Right.').waitFor();
  await page.locator('.origin', { hasText: 'seed 2' }).waitFor();

  await page.getByLabel('Your name, for the file alone').fill('Ada L.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Hand in' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), `${SLUG}-ada-l.hand-in.json`);
  const text = readFileSync(await download.path(), 'utf8');
  assert.ok(text.length < 20_000, `a hand-in has ${text.length} characters`);
  const teacher = await visit(browser, `${address}#`);
  await teacher.page.getByRole('heading', { level: 1 }).waitFor();
  await teacher.page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'ada.hand-in.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
  assert.match(await untilRun(teacher.page), /^Match: the same as the link’s author, to the last bit\./);
  assert.match(await teacher.page.locator('.status').innerText(), /Handed in by Ada L\.: \d of \d answers/);
  assert.deepEqual([errors, teacher.errors], [[], []]);
  await teacher.context.close();
  await context.close();
});

test('a run is paused, goes on, and is offered again after a reload in its middle', {
  timeout: 2 * RUN_MS,
}, async () => {
  const { page, errors, context } = await visit(browser, `${address}#x/${SLUG}`);
  await predict(page);
  await runButton(page).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.locator('.progress', { hasText: /paused/i }).waitFor();
  const before = await page.locator('.progress .number').innerText();
  await page.waitForTimeout(700);
  assert.equal(await page.locator('.progress .number').innerText(), before);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.reload();
  await page.locator('.interrupted', { hasText: 'it begins anew' }).waitFor();
  await page.getByRole('button', { name: 'Start it again' }).click();
  await page.locator('.progress').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('The run was cancelled.').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'What the paper claims' }).waitFor();
  await page.waitForTimeout(500);
  assert.equal(await page.locator('.interrupted').count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test('thirty links in one tab leave its memory as it was, and the page answers', {
  timeout: 4 * RUN_MS,
}, async () => {
  const { page, errors, context } = await visit(browser, `${address}#x/${SLUG}`);
  await predict(page);
  const open = async (seed) => {
    await page.evaluate(
      (hash) => location.assign(hash),
      `#x/${SLUG}?${QUICK.replace('seed=1', `seed=${seed}`)}`,
    );
    await page.waitForFunction(
      (seed) => document.querySelector('.knobs .controls > .number input')?.value === seed,
      String(seed),
    );
    await page.locator('.run button.primary[aria-disabled=false]').click();
    await page.locator('.figure .drawing svg').first().waitFor({ timeout: RUN_MS });
    await page.waitForTimeout(400);
  };
  const session = await context.newCDPSession(page);
  /** Bytes that the tab holds once what nobody needs is gone: of its heap, and of its processes. */
  const measure = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { heap: usedSize, resident: (await withPeak(browser, () => page.waitForTimeout(300))).peak };
  };
  for (let seed = 100; seed <= 106; seed++) await open(seed);
  const early = await measure();
  for (let seed = 107; seed <= 130; seed++) await open(seed);
  const late = await measure();
  const mib = ({ heap, resident }) =>
    `${(heap / 2 ** 20).toFixed(1)} MiB of heap, ${resident >> 20} MiB resident`;
  console.log(`after 7 links ${mib(early)}; after 31 links ${mib(late)}`);
  // Of a heap of ten MiB a tenth is noise; the figures of 24 runs would be more than this.
  assert.ok(late.heap - early.heap < 4 * 2 ** 20, `the heap grew: ${mib(early)}, then ${mib(late)}`);
  assert.ok(late.resident <= early.resident * 1.1, `memory grew: ${mib(early)}, then ${mib(late)}`);
  const asked = Date.now();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  assert.ok(Date.now() - asked < 1000, `the page took ${Date.now() - asked} ms to answer`);
  assert.deepEqual(errors, []);
  await context.close();
});

test('a lesson that would act is only read', { timeout: RUN_MS }, async () => {
  const hostile = [
    '<script>document.title = "acted"</script>',
    '<img src=x onerror="document.title = 1">',
    '<a href="javascript:document.title=2">x</a> [y](javascript:document.title=3)',
    '<iframe src="https://example.org"></iframe><form action="/"><input id="plate"></form>',
    '<style>body{display:none}</style><p style="position:fixed" id="plate" onclick="1">p</p>',
    '<svg><script>document.title = 4</script></svg>',
    'So $\\href{javascript:document.title=5}{x}$ and $</code><img src=x>$.',
    '# A heading of the lesson',
  ].join('\\n\\n');
  const { page, strangers, context } = await visit(browser, `${address}#x/${SLUG}`, {
    bypassCSP: true,
    before: (page) =>
      page.route('**/assets/*.js', async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        // The card's own text ends where its script does.
        const body =
          text.includes('"lesson":') || /lesson:[`"']/.test(text) ? withLesson(text, hostile) : text;
        await route.fulfill({ response, body });
      }),
  });
  const lesson = page.locator('.lesson .markdown');
  await lesson.getByRole('heading', { name: 'A heading of the lesson', level: 3 }).waitFor();
  const left = await lesson.evaluate((place) => ({
    acting: place.querySelectorAll('script, img, iframe, form, input, style, svg, [onclick], [onerror], [id]')
      .length,
    links: [...place.querySelectorAll('[href]')].map((link) => link.getAttribute('href')),
    styled: place.querySelectorAll('[style]:not(.formula *)').length,
  }));
  assert.deepEqual(left, { acting: 0, links: [], styled: 0 });
  assert.ok((await lesson.locator('math').count()) > 0);
  assert.match(await page.title(), /Inscape$/);
  assert.deepEqual(strangers, []);
  await context.close();
});

/** A card's script with another lesson in it. */
function withLesson(script, lesson) {
  const literal = JSON.stringify(lesson).replaceAll('\\\\n', '\\n');
  return script.replace(
    /("?lesson"?:)(`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/g,
    (_, name) => name + literal,
  );
}
