import assert from 'node:assert/strict';
import test from 'node:test';
import { RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

const address = await serveLab();
const browser = await startChromium({ webgpu: false });

test('without WebGPU the demo runs on the CPU, and the page says why', { timeout: RUN_MS }, async () => {
  const { page, errors, context } = await visit(browser, address);
  await untilComputed(page);
  assert.match(await page.locator('.figure-similarity figcaption').innerText(), /CPU/);
  await page.getByText('What this machine offers').click();
  assert.match(await page.locator('section', { hasText: 'Engine' }).last().innerText(), /Not usable: .{10,}/);
  assert.deepEqual(errors, []);
  await context.close();
});
