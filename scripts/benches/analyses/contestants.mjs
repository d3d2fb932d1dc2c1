/** Who is timed: each answers `time(workload)` with `{ ms, values }`, one after the other. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { staticServer } from '../../server/static.mjs';

const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** A program that answers each name on its standard input by a line of JSON. */
export function program(command, args) {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...ONE_THREAD },
  });
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)));
  const fail = (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  child.on('error', fail);
  child.on('exit', (code) => fail(new Error(`${command} ${args.join(' ')} ended with ${code}.`)));
  child.stdin.on('error', fail);
  return {
    time: ({ name }) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${name}\n`);
      }),
    close: () => child.stdin.end(),
  };
}

/** The built page in a headless Chromium, with the given files on its shelf. */
export async function builtPage(files) {
  const server = staticServer('dist', '/lab/');
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const page = await browser.newPage();
  await page.goto(`http://localhost:${server.address().port}/lab/#data`);
  await page.locator('input[type=file]').first().setInputFiles(files);
  // The table folds its many rows, and says how many there are once all files are read.
  await page.getByText(`Show all ${files.length} arrays`).waitFor({ timeout: 120_000 });
  return {
    version: browser.version(),
    time: ({ task, values }) =>
      page.evaluate(runOnPage, recipeOf(task)).then(({ ms, figures }) => ({ ms, values: values(figures) })),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

const recipeOf = (task) => ({ version: 1, seed: 1, arrays: [], task });

/** In the page: what a visitor waits for, from the recipe to the report. */
async function runOnPage(recipe) {
  const begin = performance.now();
  const { figures } = await window.inscape.data.run(recipe);
  return { ms: performance.now() - begin, figures };
}
