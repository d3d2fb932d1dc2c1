import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { addressOf, fetchPublic, fetchSet, type PublicFile, type SetEntry } from './sets';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const FILE: PublicFile = {
  repository: 'owner/name',
  commit: 'c0ffee',
  path: 'data/a.npy',
  bytes: 5,
  sha256: hashOf('right'),
};
const host = (text: string) => ({
  small: vi.fn(async () => new TextEncoder().encode(text)),
  drop: vi.fn(async () => {}),
  progress: vi.fn(),
});

afterEach(() => vi.unstubAllGlobals());

it('a public file is asked for at its commit, and is pinned', async () => {
  const from = host('right');
  const [found] = await fetchPublic('A set', [FILE], 'https://mirror.example', from);
  expect(found!.name).toBe('a.npy');
  expect(await found!.blob.text()).toBe('right');
  expect(from.small).toHaveBeenCalledWith({
    url: 'https://mirror.example/owner/name/c0ffee/data/a.npy',
    what: 'a.npy of A set',
    isPinned: true,
    sha256: FILE.sha256,
    group: { id: 'A set', revision: 'c0ffee' },
    length: 5,
  });
  expect(from.progress).toHaveBeenLastCalledWith(1);
  expect(from.drop).not.toHaveBeenCalled();
});

it('another file than the pinned one is refused and not kept', async () => {
  const from = host('wrong');
  await expect(fetchPublic('A set', [FILE], 'https://mirror.example', from)).rejects.toMatchObject({
    kind: 'fetch',
    message: expect.stringContaining('was changed or damaged'),
  });
  expect(from.drop).toHaveBeenCalledWith(addressOf('https://mirror.example', FILE));
});

it('a set of this site is checked against its list', async () => {
  const entry: SetEntry = {
    id: 'digits',
    name: 'Digits',
    licence: '',
    source: '',
    file: 'digits.npz',
    bytes: 5,
    sha256: hashOf('right'),
  };
  const shares: number[] = [];
  const fetched = (text: string) => {
    vi.stubGlobal('fetch', async () => new Response(text, { headers: { 'content-length': '5' } }));
    return fetchSet(entry, (done) => shares.push(done), new AbortController().signal);
  };
  expect(await (await fetched('right')).blob.text()).toBe('right');
  expect(shares.at(-1)).toBe(1);
  await expect(fetched('wrong')).rejects.toMatchObject({ message: expect.stringContaining('Digits') });
});
