/** One cell of the table: an engine on a workload, in a fresh page, with a time limit. */
import { median } from '../../../scripts/benches/visits.mjs';
import { judge } from './judge.mjs';
import { measureLoad } from './load.mjs';
import { within } from './within.mjs';

const LOAD_MS = 60_000;

export async function runCell(session, { engine, workload, origin, repetitions, timeout_s, reference }) {
  const cell = { workload: workload.name, engine: engine.name, path: engine.path, ...(await measureLoad()) };
  const tolerance = (engine.isOurs ? workload.ourTolerance : undefined) ?? workload.tolerance;
  const address = new URL(engine.page, origin);
  address.searchParams.set('repetitions', repetitions);
  const start = performance.now();
  try {
    const { ms, check, head, ...rest } = await session.withPage((page) =>
      measure(page, address.href, workload.name, timeout_s * 1000),
    );
    Object.assign(cell, rest, { ms });
    if (ms.length > 0) {
      Object.assign(cell, { median: median(ms), min: Math.min(...ms), max: Math.max(...ms) });
      Object.assign(cell, { check }, judge({ check, head }, reference, tolerance));
    } else {
      cell.na ??= 'the page gave no time and no reason';
    }
  } catch (error) {
    cell.error = error.message;
  }
  return { ...cell, total_s: Number(((performance.now() - start) / 1000).toFixed(1)) };
}

async function measure(page, address, workload, limit_ms) {
  await within(page.goto(address), LOAD_MS, 'loading the page');
  await page.waitForFunction(() => window.benchmark, undefined, { timeout: LOAD_MS });
  const result = await within(
    page.evaluate((name) => window.benchmark(name), workload),
    limit_ms,
    workload,
  );
  const info = await within(
    page.evaluate(() => window.engineInfo ?? null),
    LOAD_MS,
    'engineInfo',
  );
  return { ...result, info };
}
