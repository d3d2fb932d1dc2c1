/** Cold visits: a new browser context each time, so nothing is kept from the one before. Times in ms from navigation. */
import { basename, join } from 'node:path';

const FIRST_PICTURE = '.figure-similarity svg, .figure-similarity canvas';
const LIVE = /^Computed/;

/**
 * One visit: when the first picture was painted, when the live result stood in its place, and the files that had
 * arrived by the first picture.
 */
export async function visitCold(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // The page's own clock, because a round trip to the browser would be part of ours.
  await page.addInitScript(
    ({ picture, live }) => {
      const pattern = new RegExp(live);
      const seen = { picture_ms: 0, live_ms: 0, origin: '' };
      window.inscapeBench = seen;
      const look = () => {
        if (!seen.picture_ms && document.querySelector(picture)) {
          seen.picture_ms = performance.now();
          seen.files = performance.getEntriesByType('resource').map((entry) => entry.name);
        }
        const origin = document.querySelector('.origin')?.textContent ?? '';
        if (!seen.live_ms && pattern.test(origin)) {
          seen.live_ms = performance.now();
          seen.origin = origin;
        }
        if (!seen.live_ms) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    { picture: FIRST_PICTURE, live: LIVE.source },
  );
  await page.goto(`${address}#bench`);
  await page.waitForFunction(() => window.inscapeBench.live_ms > 0, undefined, { timeout: 180_000 });
  const seen = await page.evaluate(() => ({
    ...window.inscapeBench,
    first_paint_ms: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  await context.close();
  return seen;
}

const PLATE = '.entry-link h3';
const THUMBNAIL = '.thumbnail svg, .thumbnail canvas';

/** One visit of the gallery: when its plates were painted and their first picture drawn, and the files of the former. */
export async function visitGallery(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.addInitScript(
    ({ plate, thumbnail }) => {
      const seen = { plates_ms: 0, picture_ms: 0 };
      window.inscapeBench = seen;
      const look = () => {
        if (!seen.plates_ms && document.querySelector(plate)) {
          seen.plates_ms = performance.now();
          seen.files = performance.getEntriesByType('resource').map((entry) => entry.name);
        }
        if (document.querySelector(thumbnail)) seen.picture_ms = performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    { plate: PLATE, thumbnail: THUMBNAIL },
  );
  await page.goto(address);
  await page.waitForFunction(() => window.inscapeBench.picture_ms > 0, undefined, { timeout: 60_000 });
  const seen = await page.evaluate(() => window.inscapeBench);
  await context.close();
  return seen;
}

/** The files of dist/assets among the addresses that a visit had asked for. */
export function assetsOf(addresses) {
  return [
    ...new Set(
      addresses
        .filter((name) => name.includes('/assets/'))
        .map((name) => join('dist/assets', basename(new URL(name).pathname))),
    ),
  ];
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
