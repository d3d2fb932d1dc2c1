import { afterEach, describe, expect, it, vi } from 'vitest';
import { FAKE_TASKS } from '../lab/fake-training';
import { bytesToFetch, type DataEntry, fetchTraining, filesFor, forgetTraining } from './training-data';

const [garments, , novels] = FAKE_TASKS as [(typeof FAKE_TASKS)[0], unknown, (typeof FAKE_TASKS)[0]];
const entry: DataEntry = {
  id: 'fashion-mnist',
  name: 'Fashion-MNIST',
  licence: '',
  source: '',
  note: '',
  train: [1, 2, 3, 4, 5].map((part) => ({ file: `train-${part}.npz`, bytes: 3, sha256: '' })),
  test: [{ file: 'test.npz', bytes: 3, sha256: '' }],
};

function serve(answer: (url: string) => Response) {
  const fetched: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    fetched.push(url);
    return answer(url);
  });
  return fetched;
}

const host = (seen: [number, number | undefined][] = []) => ({
  progress: (done: number, total: number | undefined) => void seen.push([done, total]),
  signal: new AbortController().signal,
});

afterEach(() => {
  vi.unstubAllGlobals();
  forgetTraining();
});

describe('the data of a training', () => {
  it('are the first parts that were asked for, then the test', () => {
    expect(filesFor(garments, 2)).toEqual(['train-1.npz', 'train-2.npz', 'test.npz']);
    expect(filesFor(garments)).toHaveLength(6);
    expect(filesFor(novels)).toEqual(['text.txt']);
  });

  it('are counted before they are fetched, and no more once they are here', async () => {
    expect(bytesToFetch(garments, 1, entry)).toBe(6);
    expect(bytesToFetch(garments, undefined, undefined)).toBeUndefined();
    const fetched = serve(() => new Response('abc'));
    const seen: [number, number | undefined][] = [];
    const files = await fetchTraining(garments, 1, entry, host(seen));
    expect(files.map(({ name }) => name)).toEqual(['train-1.npz', 'test.npz']);
    expect(seen.at(-1)).toEqual([6, 6]);
    expect(bytesToFetch(garments, 1, entry)).toBe(0);
    await fetchTraining(garments, 1, entry, host());
    expect(fetched).toEqual(['models/fashion-mnist/train-1.npz', 'models/fashion-mnist/test.npz']);
  });

  it('that broke off go on where they were', async () => {
    const fetched = serve((url) =>
      url.endsWith('test.npz')
        ? new Response('no', { status: 404, statusText: 'Not Found' })
        : new Response('abc'),
    );
    await expect(fetchTraining(garments, 1, entry, host())).rejects.toMatchObject({
      kind: 'fetch',
      message: expect.stringMatching(
        /test\.npz of Fashion-MNIST.*models\/fashion-mnist\/test\.npz answered 404/,
      ),
    });
    serve(() => new Response('abc'));
    await fetchTraining(garments, 1, entry, host());
    expect(fetched.filter((url) => url.endsWith('train-1.npz'))).toHaveLength(1);
  });

  it('that are not those of the list are refused', async () => {
    serve(() => new Response('abc'));
    const changed = { ...entry, train: [{ file: 'train-1.npz', bytes: 3, sha256: '0'.repeat(64) }] };
    await expect(fetchTraining(garments, 1, changed, host())).rejects.toMatchObject({
      message: expect.stringContaining('SHA-256 ba7816bf8f01cfea…, but the list says 0000000000000000…'),
    });
  });
});
