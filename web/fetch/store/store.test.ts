import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHUNK_BYTES } from './chunks';
import { FakeDisk, FakeServer } from './fake-disk';
import { COMMIT_MS } from './kept';
import { dropKept, listKept } from './shelf';
import { type FileRequest, Store } from './store';

// Longer than what is fetched in one request, and not a whole number of chunks.
const BODY = Uint8Array.from({ length: (9 << 20) + 11 }, (_, i) => (i * 31 + (i >> 9)) & 255);
const HASH = createHash('sha256').update(BODY).digest('hex');

let server: FakeServer;
let disk: FakeDisk;
let said: string[];
let nBytes: number;
let clock: ReturnType<typeof setInterval>;

/** A store as a fresh worker has it, a moment after the one before. */
async function start(on: FakeDisk | undefined = disk): Promise<Store> {
  await vi.advanceTimersByTimeAsync(COMMIT_MS);
  on?.end();
  return new Store(Promise.resolve(on), {
    tell: (sentence) => said.push(sentence),
    onBytes: (n) => {
      nBytes += n;
    },
  });
}

const request = (more: Partial<FileRequest> = {}): FileRequest => ({
  url: 'https://hub.example/m/model.safetensors',
  what: 'the weights of M',
  isPinned: false,
  sha256: '',
  group: { id: 'M', revision: 'main' },
  ...more,
});

const pinned = (more: Partial<FileRequest> = {}) =>
  request({ isPinned: true, length: BODY.length, sha256: HASH, ...more });

async function openIn(started: Store | Promise<Store>, asked = request()) {
  const store = await started;
  return store.open(await store.find(asked));
}

/** As `toEqual`, which takes minutes for megabytes. */
const expectBytes = (found: Uint8Array, expected: Uint8Array) => {
  expect(found.length).toBe(expected.length);
  expect(Buffer.compare(found, expected)).toBe(0);
};

const bytesAt = (start: number, length: number) => BODY.slice(start, start + length);

beforeEach(() => {
  // Waits pass ten times as fast.
  clock = setInterval(() => vi.advanceTimersByTime(20), 2);
  vi.useFakeTimers();
  server = new FakeServer(BODY);
  disk = new FakeDisk();
  said = [];
  nBytes = 0;
});
afterEach(() => {
  vi.useRealTimers();
  clearInterval(clock);
  vi.unstubAllGlobals();
});

describe('a file on a server', () => {
  it('is fetched only as far as it is read, and what is here is not fetched again', async () => {
    const file = await openIn(start());
    const start1 = 5 * CHUNK_BYTES - 3;
    expectBytes(await file.read(start1, 10), bytesAt(start1, 10));
    expect(nBytes).toBe(6 * CHUNK_BYTES);
    expectBytes(await file.read(0, 5 * CHUNK_BYTES), bytesAt(0, 5 * CHUNK_BYTES));
    expect(nBytes).toBe(6 * CHUNK_BYTES);
  });

  it('comes in requests of bounded length, several at once', async () => {
    const file = await openIn(start());
    expectBytes(await file.read(0, BODY.length), BODY);
    const lengths = server.asked.map((range) => range.split('-').map(Number)).map(([a, b]) => b! + 1 - a!);
    expect(Math.max(...lengths)).toBe(4 << 20);
    expect(nBytes).toBe(BODY.length);
  });

  it('comes with its block when much is read, and alone when little is', async () => {
    const file = await openIn(start());
    const before = nBytes;
    await file.read(5 << 20, 1000);
    expect(nBytes - before).toBe(CHUNK_BYTES);
    const long = 200 << 10;
    expectBytes(await file.read((6 << 20) + 7, long), bytesAt((6 << 20) + 7, long));
    expect(nBytes - before).toBe(4 << 20);
    expectBytes(await file.read(4 << 20, 2 << 20), bytesAt(4 << 20, 2 << 20));
    expect(nBytes - before).toBe(4 << 20);
  });

  it('is asked for once when two read the same', async () => {
    const file = await openIn(start());
    const before = server.asked.length;
    await Promise.all([file.read(6 << 20, 10), file.read(6 << 20, 20), file.read((6 << 20) + 5, 10)]);
    expect(server.asked.length).toBe(before + 1);
  });

  it('is gone on with by the next worker, and with its server gone', async () => {
    const first = await openIn(start());
    await first.read(7 << 20, 100);
    server.fault = () => Promise.reject(new TypeError('Failed to fetch'));
    const again = await openIn(start());
    expectBytes(await again.read(7 << 20, 100), bytesAt(7 << 20, 100));
    expect(said.join()).toContain('does not answer; what was kept');
    await expect(again.read(8 << 20, 10)).rejects.toMatchObject({ kind: 'offline' });
  });

  it('that is pinned is asked nothing before it is read', async () => {
    await openIn(start(), pinned());
    expect(server.asked).toEqual([]);
  });

  it('is read past its end by nobody', async () => {
    const file = await openIn(start());
    await expect(file.read(BODY.length - 1, 2)).rejects.toMatchObject({ kind: 'read' });
  });

  it('without a disk is held in memory, and the visitor is told when it is large', async () => {
    const file = await openIn(start(undefined as never), request());
    expectBytes(await file.read(3, 100), bytesAt(3, 100));
    const large = new Store(Promise.resolve(undefined), { tell: (words) => said.push(words), onBytes() {} });
    await large.find(pinned({ length: 20 << 20 }));
    expect(said.join()).toContain('keeps no files');
  });
});

describe('a small file', () => {
  it('is fetched in one request when its length is known', async () => {
    server.body = BODY.slice(0, 3 << 20);
    const file = await openIn(start(), request({ isPinned: true, length: 3 << 20 }));
    expect(server.asked).toEqual(['all']);
    expect(file.isWhole).toBe(true);
  });

  it('is fetched as a whole at any rate', async () => {
    server.body = BODY.slice(0, 3 << 20);
    expect((await openIn(start())).isWhole).toBe(true);
  });

  it('is kept for when its server is gone', async () => {
    server.body = BODY.slice(0, 1000);
    await (await start()).small(request());
    server.fault = () => Promise.reject(new TypeError('Failed to fetch'));
    expectBytes(await (await start()).small(request()), server.body);
    await expect((await start()).small(request({ url: 'https://hub.example/other' }))).rejects.toMatchObject({
      kind: 'offline',
    });
  });

  it('that may have changed comes from the server', async () => {
    server.body = BODY.slice(0, 1000);
    await (await start()).small(request());
    server.body = BODY.slice(1000, 1500);
    expectBytes(await (await start()).small(request()), server.body);
  });
});

describe('an answer that is wrong', () => {
  const read = async (asked = request()) => (await openIn(start(), asked)).read(6 << 20, 2 << 20);
  const good = bytesAt(6 << 20, 2 << 20);
  /** Puts this answer in place of the first for the second half of the file. */
  const once = (answer: (first: number, last: number) => Response) => {
    let isDone = false;
    server.fault = (asked) => {
      const [first, last] = asked.split('-').map(Number);
      if (isDone || first! < 4 << 20) return undefined;
      isDone = true;
      return answer(first!, last!);
    };
  };

  it('of another range is asked for again', async () => {
    once((first, last) => server.part(first + 1, last));
    expectBytes(await read(), good);
  });

  it('that was cut off is asked for again, and nothing of it counts', async () => {
    once((first, last) => {
      const whole = server.part(first, last);
      return new Response(BODY.slice(first, first + CHUNK_BYTES + 5), whole);
    });
    expectBytes(await read(), good);
  });

  it('with a busy server is asked for again', async () => {
    once(() => new Response('', { status: 429, headers: { 'retry-after': '2' } }));
    expectBytes(await read(), good);
  });

  it('that is a web page is told', async () => {
    once(() => new Response('<!doctype html>', { status: 200, headers: { 'content-type': 'text/html' } }));
    await expect(read()).rejects.toMatchObject({ message: expect.stringContaining('web page') });
    expectBytes(await read(), good);
  });

  it('of a server that wants a login is told', async () => {
    once(() => new Response('', { status: 403, statusText: 'Forbidden' }));
    await expect(read()).rejects.toMatchObject({ message: expect.stringContaining('gated') });
  });

  it('that is the whole file is taken as such', async () => {
    once(() => server.whole());
    expectBytes(await read(), good);
    expectBytes(await (await openIn(start())).read(0, BODY.length), BODY);
  });

  it('that is the whole file ends when the visitor cancels', async () => {
    let isEnded = false;
    const file = await openIn(start());
    const stop = new AbortController();
    server.fault = (_, signal) => {
      signal.addEventListener('abort', () => {
        isEnded = true;
      });
      return new Response(new ReadableStream({ pull: () => new Promise(() => {}) }), server.whole());
    };
    const done = expect(file.read(6 << 20, 9, stop.signal)).rejects.toMatchObject({ kind: 'cancelled' });
    await vi.advanceTimersByTimeAsync(100);
    stop.abort();
    await done;
    expect(isEnded).toBe(true);
  });

  it('that is the whole file but cut off leaves nothing behind', async () => {
    server.fault = (asked) =>
      asked.startsWith('0-') ? undefined : new Response(BODY.slice(0, 5 << 20), server.whole());
    await expect(read()).rejects.toMatchObject({ message: expect.stringContaining('were expected') });
    server.fault = undefined;
    expectBytes(await (await openIn(start())).read(0, BODY.length), BODY);
  });

  it('from a changed file drops what is kept, and old and new are never mixed', async () => {
    const file = await openIn(start());
    await file.read(0, 100);
    server.body = BODY.map((byte) => byte ^ 255);
    server.tag = '"b"';
    await expect(file.read(6 << 20, 100)).rejects.toMatchObject({
      message: expect.stringContaining('changed'),
    });
    await expect(file.read(0, 100)).rejects.toMatchObject({ message: expect.stringContaining('changed') });
    const anew = await openIn(start());
    expectBytes(await anew.read(0, BODY.length), server.body);
  });

  it('from a changed file without a tag is known by its first bytes', async () => {
    server.tag = '';
    await (await openIn(start())).read(0, BODY.length);
    server.body = BODY.map((byte) => byte ^ 255);
    expectBytes(await (await openIn(start())).read(7 << 20, 9), server.body.slice(7 << 20, (7 << 20) + 9));
  });

  it('of another length than the list says is told', async () => {
    const file = await openIn(start(), pinned({ length: BODY.length + 1 }));
    await expect(file.read(6 << 20, 9)).rejects.toMatchObject({
      message: expect.stringContaining('were expected'),
    });
  });
});

describe('a whole file', () => {
  it('is held against its SHA-256', async () => {
    const file = await openIn(start(), pinned());
    await file.whole();
    expect(file.facts.isVerified).toBe(true);
    expect((await listKept(disk, await start()))[0]).toMatchObject({ isVerified: true, kept: BODY.length });
  });

  it('that has another one is dropped', async () => {
    const file = await openIn(start(), pinned({ sha256: '0'.repeat(64) }));
    await expect(file.whole()).rejects.toMatchObject({ message: expect.stringContaining('SHA-256') });
    expect(await listKept(disk, await start())).toEqual([]);
  });

  it('is cancelled in the middle and gone on with', async () => {
    const stop = new AbortController();
    const file = await openIn(start(), pinned());
    server.fault = (asked) => {
      if (asked.startsWith(String(8 << 20))) stop.abort();
      return undefined;
    };
    await expect(file.whole(stop.signal)).rejects.toMatchObject({ kind: 'cancelled' });
    await vi.advanceTimersByTimeAsync(50);
    server.fault = undefined;
    await (await openIn(start(), pinned())).whole();
    expect(nBytes).toBe(BODY.length);
  });
});

describe('a disk that is full', () => {
  it('is told once; reading goes on, and what was kept is right', async () => {
    disk.capacity = 5 << 20;
    const file = await openIn(start());
    expectBytes(await file.read(0, BODY.length), BODY);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('no room');
    disk.capacity = Number.POSITIVE_INFINITY;
    file.moveToDisk();
    expect([file.isFull, file.keptBytes]).toEqual([false, BODY.length]);
    expectBytes(await (await openIn(start())).read(0, BODY.length), BODY);
  });
});

describe('what is kept', () => {
  it('is listed, and deleted while it is open; reading goes on', async () => {
    const store = await start();
    const file = await openIn(store);
    await file.read(6 << 20, 10);
    const [entry] = await listKept(disk, await start());
    expect(entry).toMatchObject({ kept: 5 * CHUNK_BYTES, length: BODY.length, group: { id: 'M' } });
    await dropKept(disk, store, [entry!.key]);
    expect(disk.files.size).toBe(0);
    expectBytes(await file.read(6 << 20, 10), bytesAt(6 << 20, 10));
  });

  it('by another tab stays, and this one reads without keeping', async () => {
    await openIn(start());
    const other = new Store(Promise.resolve(disk), { tell: (words) => said.push(words), onBytes() {} });
    const file = await openIn(other);
    expectBytes(await file.read(6 << 20, 10), bytesAt(6 << 20, 10));
    await expect(dropKept(disk, other, 'all')).rejects.toMatchObject({ kind: 'store' });
  });
});
