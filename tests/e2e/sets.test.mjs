// Real data at a click: a set of this site, sets from public addresses by way of a mirror, and words against people.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import test, { after } from 'node:test';
import { RUN_MS, serveLab, startChromium, untilComputed, visit } from './harness.mjs';

const SHARED = '../shared/data';
/** Where the shared folder has what the public repositories have. */
const FILES = {
  'rsagroup/rsatoolbox/demos/92imageData': '92images',
  'PyMVPA/PyMVPA/mvpa2/data': 'haxby',
  'evandez/relations/data': 'lre/data',
  'mfaruqui/eval-word-vectors/data/word-sim': 'wordsim',
  'LukasMut/VICE/data/files': 'things',
  'LukasMut/VICE/embeddings/things/final_embedding.npy': 'things/vice_things_embedding.npy',
};

const address = await serveLab();
const browser = await startChromium({ webgpu: false });
const asked = [];
const mirror = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  const [, owner, name, , ...path] = request.url.split('/');
  const wanted = `${owner}/${name}/${path.join('/')}`;
  asked.push(wanted);
  const known = Object.keys(FILES).find((prefix) => wanted.startsWith(prefix));
  const file = known && `${SHARED}/${FILES[known]}${wanted.slice(known.length)}`;
  response.statusCode = file && existsSync(file) ? 200 : 404;
  response.end(response.statusCode === 200 ? readFileSync(file) : 'absent');
});
await new Promise((resolve) => mirror.listen(0, '127.0.0.1', resolve));
after(() => mirror.close());
const base = `http://localhost:${mirror.address().port}`;

/** Says that a test is skipped where its data are absent; in CI that is a failure. */
function isHere(context, ...paths) {
  const absent = paths.find((path) => !existsSync(path));
  if (!absent) return true;
  assert.notEqual(process.env.CI, 'true', `${absent} is absent, and in CI no test is skipped`);
  context.skip(absent.startsWith(SHARED) ? 'shared data absent' : `${absent} is absent`);
  return false;
}

/** The page of own arrays, which takes its public sets from the mirror. */
const openSets = () =>
  visit(browser, `${address}#data`, {
    before: (page) =>
      page.addInitScript((mirror) => localStorage.setItem('inscape.public-base', mirror), base),
  });

/** Takes a set by its card, asks its first question, and gives the figures' findings. */
async function take(page, name) {
  const fold = page.locator('summary', { hasText: 'Real data at a click' });
  if ((await fold.count()) > 0 && !(await fold.evaluate((one) => one.parentElement.open))) await fold.click();
  const heading = page.getByRole('heading', { name, exact: true, level: 3 });
  await page.locator('.sets li').filter({ has: heading }).getByRole('button').click();
  await page.locator('.set-status [role=status]', { hasText: name }).waitFor({ timeout: RUN_MS });
}

/** Asks its first question, and gives the figures’ findings. */
async function ask(page) {
  await page.getByRole('button', { name: 'Ask this' }).click();
  await page.locator('.status .progress').waitFor({ state: 'hidden', timeout: RUN_MS });
  await untilComputed(page);
  return page.locator('.figure .finding').allInnerTexts();
}

test('digits, brains and images are a click away, and answer their first question', {
  timeout: 4 * RUN_MS,
}, async (t) => {
  if (!isHere(t, 'dist/models/mnist-1000/digits.npz', `${SHARED}/haxby`, `${SHARED}/92images`)) return;
  const { page, errors, strangers, context } = await openSets();
  await take(page, 'MNIST digits');
  const [digits] = await ask(page);
  console.log(digits);
  assert.ok(Number(/([\d.]+) %/.exec(digits)[1]) > 70, digits);
  assert.deepEqual(strangers, [], 'nothing outside is contacted before it is asked for');

  await take(page, 'Haxby: faces, houses and things in the brain');
  const [haxby] = await ask(page);
  console.log(haxby);
  assert.ok(Number(/([\d.]+) %/.exec(haxby)[1]) >= 60, haxby);

  await take(page, '92 images and human IT');
  const [images] = await ask(page);
  console.log(images);
  await page.getByRole('row', { name: /human_it/ }).waitFor();
  assert.ok(strangers.length > 0 && strangers.every((url) => url.startsWith(base)), String(strangers));
  assert.deepEqual(errors, []);

  // What was fetched is kept: after a reload it comes without the mirror.
  const before = asked.length;
  await page.reload();
  // Until the arrays are back the sets stand open, and fold then.
  await page.getByRole('row', { name: /human_it/ }).waitFor();
  await take(page, 'Haxby: faces, houses and things in the brain');
  assert.equal(asked.length, before);
  await context.close();
});

test('GloVe’s cosines follow the MEN ratings', { timeout: 3 * RUN_MS }, async (t) => {
  if (!isHere(t, 'dist/models/glove-20k/glove.npz', `${SHARED}/wordsim`)) return;
  const { page, errors, context } = await openSets();
  await take(page, 'GloVe word vectors');
  await take(page, 'MEN: how alike people find pairs of words');
  const [words] = await ask(page);
  console.log(words);
  assert.match(words, /ρ = 0\.681 .*over 3000 of 3000 pairs/);
  assert.deepEqual(errors, []);
  await context.close();
});
