import { afterEach, describe, expect, it, vi } from 'vitest';
import { download, downloadJson } from './download';

function serve(body: BodyInit, init: ResponseInit = {}) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, init)),
  );
}

const says = (words: string) =>
  expect.objectContaining({ kind: 'fetch', message: expect.stringContaining(words) });

afterEach(() => vi.unstubAllGlobals());

describe('a download', () => {
  it('gives the bytes and counts them', async () => {
    serve('12345', { headers: { 'content-length': '5' } });
    const seen: number[] = [];
    const blob = await download('/m/model.safetensors', {
      what: 'the weights',
      onProgress: (done) => seen.push(done),
    });
    expect(await blob.text()).toBe('12345');
    expect(seen.at(-1)).toBe(5);
  });

  it('keeps the order of the bytes of a large file', async () => {
    const bytes = Uint8Array.from({ length: 20 << 20 }, (_, i) => (i >> 12) & 255);
    serve(bytes);
    const blob = await download('/m', { what: 'the weights', bytes: bytes.length });
    expect(Buffer.compare(Buffer.from(await blob.arrayBuffer()), Buffer.from(bytes))).toBe(0);
  });

  it('refuses a web page in place of a model, by its type', async () => {
    serve('<p>hello', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    await expect(download('/m', { what: 'the weights' })).rejects.toEqual(
      says('web page instead of the file'),
    );
  });

  it('refuses a web page in place of a model, by its first bytes', async () => {
    serve('\n<!DOCTYPE html><title>404', { headers: { 'content-type': 'application/octet-stream' } });
    await expect(download('/m', { what: 'the weights' })).rejects.toEqual(
      says('web page instead of the file'),
    );
  });

  it('tells a missing file with its address and what to do', async () => {
    serve('no', { status: 404, statusText: 'Not Found' });
    await expect(download('/m/config.json', { what: 'the config' })).rejects.toEqual(
      says('/m/config.json answered 404 Not Found'),
    );
  });

  it('refuses fewer bytes than promised', async () => {
    serve('123');
    await expect(download('/m', { what: 'the weights', bytes: 5 })).rejects.toEqual(
      says('3 bytes, but 5 bytes were expected'),
    );
  });

  it('explains a host that does not let pages read, and knows the hub’s pages from its files', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const url = 'https://hub.example/a/blob/main/model.safetensors';
    await expect(download(url, { what: 'the weights' })).rejects.toEqual(says('use /resolve/'));
  });

  it('that the visitor cancels is told apart from one that failed', async () => {
    const stop = new AbortController();
    stop.abort();
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('aborted', 'AbortError')));
    await expect(download('/m', { what: 'x', signal: stop.signal })).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });

  it('of JSON that is none says so', async () => {
    serve('{"a":');
    await expect(downloadJson('/x.json', 'the list')).rejects.toEqual(says('is not JSON'));
  });
});
