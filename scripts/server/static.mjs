/**
 * A static file server as the lab needs one: the right type for wasm, byte ranges (weights are read by range),
 * nothing outside its folder, `no-store` for HTML. Same behaviour as any static host, without dependencies.
 */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Serves the folder `dir` under the path `base` (begins and ends with a slash). Not yet listening. */
export function staticServer(dir, base = '/') {
  const root = resolve(dir);
  return createServer((request, response) => {
    answer(root, base, request, response).catch((error) => {
      if (!response.headersSent)
        refuse(response, 500, `The server could not read the file: ${error.code ?? error.message}.`);
      else response.destroy();
    });
  });
}

async function answer(root, base, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'This server only answers GET and HEAD.');
  }
  const file = await find(root, base, request.url ?? '/');
  if (!file) return refuse(response, 404, 'There is no such file here.');
  const etag = `"${file.size.toString(16)}-${Math.trunc(file.mtimeMs).toString(16)}"`;
  const headers = {
    'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'Cache-Control': cacheRule(file.path),
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  // A range of another state of the file would not fit what its asker has: it is answered in full (RFC 9110, 13.1.5).
  const isSame = [undefined, etag].includes(request.headers['if-range']);
  const range = isSame ? readRange(request.headers.range, file.size) : undefined;
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${file.size}` }).end();
    return;
  }
  const [start, end] = range ?? [0, file.size - 1];
  if (range) headers['Content-Range'] = `bytes ${start}-${end}/${file.size}`;
  response.writeHead(range ? 206 : 200, { ...headers, 'Content-Length': end - start + 1 });
  if (request.method === 'HEAD' || file.size === 0) response.end();
  else pipeline(createReadStream(file.path, { start, end }), response, () => {});
}

/** The file that an address names, or undefined: outside the folder, hidden, absent. */
async function find(root, base, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (!path.startsWith(base) || path.includes('\0')) return undefined;
  const inside = path.slice(base.length);
  if (inside.split('/').some((part) => part.startsWith('.'))) return undefined;
  let target = resolve(join(root, inside));
  if (target !== root && !target.startsWith(root + sep)) return undefined;
  let facts = await stat(target).catch(() => undefined);
  if (facts?.isDirectory() && (inside === '' || inside.endsWith('/'))) {
    target = join(target, 'index.html');
    facts = await stat(target).catch(() => undefined);
  }
  if (!facts?.isFile()) return undefined;
  const real = await realpath(target);
  if (!real.startsWith((await realpath(root)) + sep)) return undefined;
  return { path: target, size: facts.size, mtimeMs: facts.mtimeMs };
}

/** `[first, last]` byte, undefined to send all, or 'unsatisfiable'. One range only; several are answered in full. */
export function readRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : [start, end];
}

/** Vite names what is in assets/ by its content, so that never changes; HTML must always be asked for. */
function cacheRule(path) {
  if (extname(path) === '.html') return 'no-store';
  return path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function refuse(response, status, sentence) {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(`${sentence}\n`);
}
