// The page by other ways: keyboard only, on a narrow screen, in the dark.
import assert from 'node:assert/strict';
import test from 'node:test';
import { RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium();

test('a site is changed and computed again with the keyboard alone', { timeout: 2 * RUN_MS }, async () => {
  const { page, context } = await visit(browser, address);
  await untilComputed(page);
  const reached = new Set();
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return {
        words: element.closest('label')?.innerText ?? element.innerText ?? '',
        isTick: element.matches('.sites input'),
        isSeen: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || element.matches('input'),
      };
    });
    reached.add(focused.words.trim());
    assert.ok(focused.isSeen, `the focus cannot be seen on ${focused.words}`);
    if (focused.isTick) break;
  }
  assert.ok(
    [...reached].some((words) => words.startsWith('Skip to the figures')),
    'the first stop skips to the figures',
  );
  await page.keyboard.press('Space');
  await page.locator('.figure.stale').first().waitFor();
  await untilComputed(page);
  await context.close();
});

test('a change on the way is written, run, told, and carried by the link', {
  timeout: 3 * RUN_MS,
}, async () => {
  const { page, context } = await visit(browser, address);
  await untilComputed(page);
  const field = page.getByRole('textbox', { name: /^One a line: a site/ });
  await field.fill('fire5 units 0, 7 = zero');
  const told = page.getByText('The model was changed on its way: fire5 units 0, 7 = zero.');
  await told.waitFor({ timeout: RUN_MS });
  const opened = await visit(browser, page.url());
  await opened.page.getByText(/The model was changed on its way: fire5/).waitFor({ timeout: RUN_MS });
  await opened.context.close();
  await field.fill('fire5 heads 1 = zero');
  const refusal = page.getByText(/names heads, and that site has none/);
  await refusal.waitFor({ timeout: RUN_MS });
  await field.fill('');
  await refusal.waitFor({ state: 'detached', timeout: RUN_MS });
  await untilComputed(page);
  assert.equal(await told.count(), 0);
  await context.close();
});

for (const width of [360, 2560]) {
  test(`at ${width} px nothing is cut off or scrolls sideways`, { timeout: RUN_MS }, async () => {
    const { page, context } = await visit(browser, address, { viewport: { width, height: 800 } });
    await untilComputed(page);
    const { wide, inner } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      inner: innerWidth,
    }));
    assert.ok(wide <= inner, `the page is ${wide} px wide in a window of ${inner} px`);
    if (width === 360) {
      await page.getByText('Change model, inputs, sites, analysis').click();
      await page.getByRole('heading', { name: /^Sites \d/ }).waitFor();
    }
    await context.close();
  });
}

test('dark mode is a dark negative with readable words', { timeout: RUN_MS }, async () => {
  const light = await inkOnPaper('light');
  const dark = await inkOnPaper('dark');
  assert.ok(light.paper > light.ink && dark.paper < dark.ink, 'the negative turns light and dark over');
  for (const { paper, ink } of [light, dark]) {
    const contrast = (Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05);
    assert.ok(contrast >= 7, `contrast ${contrast.toFixed(1)} of ink on paper`);
  }
});

/** Relative luminance (WCAG 2.2) of paper and ink as the browser paints them. */
async function inkOnPaper(colorScheme) {
  const { page, context } = await visit(browser, address, { colorScheme });
  await page.locator('h1').waitFor();
  const luminances = await page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
        const share = byte / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = [document.body, document.documentElement].map((e) => getComputedStyle(e).backgroundColor);
    const seen = paper.find((colour) => colour !== 'rgba(0, 0, 0, 0)') ?? 'white';
    return { paper: luminance(seen), ink: luminance(getComputedStyle(document.querySelector('h1')).color) };
  });
  await context.close();
  return luminances;
}
