import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRange, staticServer } from './static.mjs';

let folder;
let server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inscape-server-'));
  await mkdir(join(folder, 'site/assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site/.hidden'), 'secret');
  await writeFile(join(folder, 'site/index.html'), '<!doctype html>');
  await writeFile(join(folder, 'site/assets/lab.wasm'), '0123456789');
  await symlink(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
  server = staticServer(join(folder, 'site'), '/lab/sub/');
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** A raw request, because fetch tidies `..` out of an address before it is sent. */
function get(path, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port: server.address().port, host: '127.0.0.1', path, headers, method },
      (response) => {
        let body = '';
        response.on('data', (piece) => (body += piece));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      },
    );
    sent.on('error', reject).end();
  });
}

test('the page is served at its sub-path and is never stored', async () => {
  const page = await get('/lab/sub/?x=1');
  expect([page.status, page.body]).toEqual([200, '<!doctype html>']);
  expect(page.headers['cache-control']).toBe('no-store');
  expect((await get('/')).status).toBe(404);
});

test('wasm has its own type, and a named asset is kept for ever', async () => {
  const { headers } = await get('/lab/sub/assets/lab.wasm');
  expect(headers['content-type']).toBe('application/wasm');
  expect(headers['cache-control']).toContain('immutable');
});

test('a range gives those bytes and says which of how many', async () => {
  const part = await get('/lab/sub/assets/lab.wasm', { Range: 'bytes=2-4' });
  expect([part.status, part.body, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10']);
  const beyond = await get('/lab/sub/assets/lab.wasm', { Range: 'bytes=10-' });
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */10']);
});

test('a range of the same state of a file is answered in part, of another one in full, a head without bytes', async () => {
  const path = '/lab/sub/assets/lab.wasm';
  const { etag } = (await get(path)).headers;
  const same = await get(path, { Range: 'bytes=0-1', 'If-Range': etag });
  expect([same.status, same.body, same.headers.etag]).toEqual([206, '01', etag]);
  const other = await get(path, { Range: 'bytes=0-1', 'If-Range': '"other"' });
  expect([other.status, other.body]).toEqual([200, '0123456789']);
  const last = await get(path, { Range: 'bytes=-3' });
  expect([last.body, last.headers['content-range'], last.headers['content-length']]).toEqual([
    '789',
    'bytes 7-9/10',
    '3',
  ]);
  const head = await get(path, { Range: 'bytes=0-1' }, 'HEAD');
  expect([head.headers['content-length'], head.body]).toEqual(['2', '']);
});

test('ranges are read as the standard says', () => {
  expect(readRange(undefined, 10)).toBeUndefined();
  expect(readRange('bytes=-3', 10)).toEqual([7, 9]);
  expect(readRange('bytes=4-99', 10)).toEqual([4, 9]);
  expect(readRange('bytes=0-1,3-4', 10)).toBeUndefined();
  expect(readRange('bytes=5-2', 10)).toBe('unsatisfiable');
});

test('nothing outside the folder, hidden or linked out of it is served', async () => {
  const addresses = [
    '../secret.txt',
    '%2e%2e/secret.txt',
    '..%2fsecret.txt',
    '.hidden',
    'link.txt',
    '%00',
    '%zz',
  ];
  for (const address of addresses) {
    const answer = await get(`/lab/sub/${address}`);
    expect([address, answer.status]).toEqual([address, 404]);
  }
});

test('an unchanged file is answered without its bytes, and other methods are refused', async () => {
  const first = await get('/lab/sub/assets/lab.wasm');
  const again = await get('/lab/sub/assets/lab.wasm', { 'If-None-Match': first.headers.etag });
  expect([again.status, again.body]).toEqual([304, '']);
  expect((await get('/lab/sub/', {}, 'POST')).status).toBe(405);
  expect((await get('/lab/sub/', {}, 'HEAD')).body).toBe('');
});
