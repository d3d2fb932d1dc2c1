import { beforeEach, describe, expect, it } from 'vitest';
import { answer, type Build, dropOthers, keepBuild, keepUsed, type Surroundings } from './build';

const BASE = new URL('https://host.example/lab/');
const BUILD: Build = { version: 'one', files: { '': 'sha256-a', 'assets/a-1.js': 'sha256-b' } };
const NEXT: Build = {
  version: 'two',
  files: { '': 'sha256-c', 'assets/a-1.js': 'sha256-b', 'assets/b-2.js': 'sha256-d' },
};

/** What the server holds; absent for a network that is down. */
let server: Record<string, string> | undefined;
let asked: Request[];
let kept: Map<string, Map<string, Response>>;
let around: Surroundings;

beforeEach(() => {
  server = { '': 'page', 'assets/a-1.js': 'script', 'models/index.json': '{}' };
  asked = [];
  kept = new Map();
  const cacheOf = (name: string) => {
    const entries = kept.get(name) ?? new Map<string, Response>();
    kept.set(name, entries);
    return {
      match: async (href: string) => entries.get(href)?.clone(),
      put: async (href: string, response: Response) => void entries.set(href, response),
    };
  };
  const caches = {
    open: async (name: string) => cacheOf(name),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (href: string) =>
      [...kept.values()]
        .find((cache) => cache.has(href))
        ?.get(href)
        ?.clone(),
  };
  around = {
    base: BASE,
    caches: caches as unknown as Surroundings['caches'],
    fetch: async (request) => {
      asked.push(request);
      const text = server?.[request.url.slice(BASE.href.length).split('?')[0]!];
      if (server === undefined) throw new TypeError('no network');
      return new Response(text ?? 'absent', { status: text === undefined ? 404 : 200 });
    },
  };
});

const text = async (path: string, build = BUILD, init?: RequestInit) =>
  (await answer(new Request(new URL(path, BASE), init), build, around))?.text();

describe('a build', () => {
  it('is kept whole, with the hashes that the browser holds each file to, and answers without a network', async () => {
    await keepBuild(BUILD, around);
    expect(asked.map(({ integrity, cache }) => [integrity, cache])).toEqual([
      ['sha256-a', 'no-cache'],
      ['sha256-b', 'default'],
    ]);
    server = undefined;
    expect(await text('')).toBe('page');
    expect(await text('?embed=1')).toBe('page');
    expect(await text('index.html')).toBe('page');
    expect(await text('assets/a-1.js')).toBe('script');
  });

  it('that is not there whole is refused; the next attempt fetches what is missing', async () => {
    await expect(keepBuild(NEXT, around)).rejects.toThrow('assets/b-2.js answered 404');
    server!['assets/b-2.js'] = 'other script';
    asked = [];
    await keepBuild(NEXT, around);
    expect(asked.map(({ url }) => url)).toEqual(['https://host.example/lab/assets/b-2.js']);
  });

  it('takes from the one before it what is named by its content, and nothing else', async () => {
    await keepBuild(BUILD, around);
    server = { '': 'new page', 'assets/b-2.js': 'other script' };
    asked = [];
    await keepBuild(NEXT, around);
    expect(asked.map(({ url }) => url.slice(BASE.href.length))).toEqual(['', 'assets/b-2.js']);
    server = undefined;
    expect([await text('', BUILD), await text('', NEXT)]).toEqual(['page', 'new page']);
  });

  it('leaves nothing of others behind, but does not touch those of other pages', async () => {
    await keepBuild(BUILD, around);
    await (await around.caches.open('inscape /elsewhere/ x')).put('x', new Response());
    server!['assets/b-2.js'] = 'other script';
    await keepBuild(NEXT, around);
    await dropOthers(NEXT, around);
    expect([...kept.keys()]).toEqual(['inscape /elsewhere/ x', 'inscape /lab/ two']);
  });
});

describe('beside the build', () => {
  it('what was used comes from the server while it answers, else as it was', async () => {
    expect(await text('models/index.json')).toBe('{}');
    server!['models/index.json'] = '{"models":[]}';
    expect(await text('models/index.json')).toBe('{"models":[]}');
    await Promise.resolve();
    server = undefined;
    expect(await text('models/index.json')).toBe('{"models":[]}');
    await expect(text('models/other.json')).rejects.toThrow('no network');
  });

  it('what was used before is kept, as far as it is there and lies beside the page', async () => {
    const addresses = ['models/index.json', 'models/absent.json', 'assets/a-1.js', 'https://other.example/x'];
    await keepUsed(
      addresses.map((path) => new URL(path, BASE).href),
      around,
    );
    expect([...kept.get('inscape /lab/ used')!.keys()]).toEqual([
      'https://host.example/lab/models/index.json',
    ]);
  });

  it('weights, ranges, other places and what is not asked for by GET are left to the browser', () => {
    const left = (href: string, init?: RequestInit) =>
      answer(new Request(new URL(href, BASE), init), BUILD, around);
    expect(left('models/a/model.safetensors', { cache: 'no-store' })).toBeUndefined();
    expect(left('models/a/model.safetensors', { headers: { Range: 'bytes=0-9' } })).toBeUndefined();
    expect(left('https://host.example/')).toBeUndefined();
    expect(left('https://other.example/lab/')).toBeUndefined();
    expect(left('', { method: 'POST' })).toBeUndefined();
    expect(left('notes.txt')).toBeUndefined();
  });
});
