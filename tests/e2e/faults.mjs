/**
 * A server of models that does what servers and networks do: it cuts, stalls, lies about ranges and lengths, changes
 * files in between, wants a login. It lies on another origin than the page, answers as a hub does, and counts bytes.
 */
import { createServer } from 'node:http';
import { after } from 'node:test';
import { gzipSync } from 'node:zlib';

/** A file's bytes: all of them, or made when they are asked for. */
export const fromBytes = (bytes) => ({
  length: bytes.length,
  read: (start, end) => bytes.subarray(start, end),
});

/** Bytes sent at once. */
const PIECE_BYTES = 256 << 10;

export class FaultServer {
  /** Files by path. */
  files = new Map();
  /** What goes wrong, by path: `(request, response, answer) => …`, called in place of a good answer. */
  faults = new Map();
  /** Bytes of bodies that were sent, by path. */
  sent = new Map();
  /** Requests that were made, as `METHOD path range`. */
  asked = [];
  #server = createServer((request, response) => this.#answer(request, response));

  /** Listens; resolves to the server. It is closed when the script's tests have ended. */
  static async start() {
    const server = new FaultServer();
    await server.listen(0);
    after(() => server.stop());
    return server;
  }

  listen(port) {
    return new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve)).then(() => {
      this.port = this.#server.address().port;
      this.address = `http://127.0.0.1:${this.port}`;
    });
  }

  /** Answers nobody any more, until `listen(port)`. */
  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  put(path, bytes, { tag, type = 'application/octet-stream' } = {}) {
    const source = bytes.read ? bytes : fromBytes(Buffer.from(bytes));
    this.files.set(path, { ...source, type, tag: tag ?? `"${path.length}-${source.length}"` });
  }

  putJson(path, value) {
    this.put(path, JSON.stringify(value), { type: 'application/json' });
  }

  /** A folder of files: `{name: bytes}`. */
  putFolder(folder, files) {
    for (const [name, bytes] of Object.entries(files)) {
      const type = name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
      this.put(`${folder}/${name}`, bytes, { type });
    }
  }

  /** A model on the hub, at a commit that a branch means. `lfs` gives the SHA-256 of large files by name. */
  putOnHub(id, { branch, commit, files, lfs = {} }) {
    this.putJson(`/api/models/${id}/revision/${branch}`, { id, sha: commit });
    const siblings = Object.entries(files).map(([rfilename, bytes]) => ({
      rfilename,
      size: bytes.length,
      ...(lfs[rfilename] && { lfs: { sha256: lfs[rfilename], size: bytes.length, pointerSize: 134 } }),
    }));
    this.putJson(`/api/models/${id}/revision/${commit}`, { id, sha: commit, siblings });
    this.putFolder(`/${id}/resolve/${commit}`, files);
  }

  /** Body bytes that were sent of a path. */
  sentOf(path) {
    return this.sent.get(path) ?? 0;
  }

  #answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, this.address).pathname);
    this.asked.push(`${request.method} ${path} ${request.headers.range ?? ''}`.trim());
    // A page that asked for leave first (preflight) would not get it: most hosts give none.
    if (request.method !== 'GET') {
      response.writeHead(405).end();
      return;
    }
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Content-Range, ETag');
    const answer = {
      path,
      send: (body) => this.#send(path, response, body),
      good: () => this.#good(request, response, path),
    };
    const fault = this.faults.get(path);
    if (fault) fault(request, response, answer);
    else answer.good();
  }

  async #good(request, response, path) {
    const file = this.files.get(path);
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no such file');
      return;
    }
    // As hubs do: JSON is compressed, and the length is the compressed one.
    if (file.type === 'application/json') {
      const body = gzipSync(file.read(0, file.length));
      response.writeHead(200, {
        'Content-Type': file.type,
        'Content-Encoding': 'gzip',
        'Content-Length': body.length,
      });
      await this.#send(path, response, body);
      response.end();
      return;
    }
    const range = rangeOf(request, file.length);
    const [start, end] = range ?? [0, file.length];
    response.writeHead(range ? 206 : 200, {
      'Content-Type': file.type,
      'Content-Length': end - start,
      ETag: file.tag,
      ...(range && { 'Content-Range': `bytes ${start}-${end - 1}/${file.length}` }),
    });
    for (let at = start; at < end && !response.destroyed; at += PIECE_BYTES) {
      if (!(await this.#send(path, response, file.read(at, Math.min(end, at + PIECE_BYTES))))) return;
    }
    response.end();
  }

  /** Sends a piece of a body and waits until there is room for the next; false when the other side has gone. */
  #send(path, response, body) {
    this.sent.set(path, this.sentOf(path) + body.length);
    if (response.write(body)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (isOpen) => {
        response.off('drain', goOn).off('close', giveUp);
        resolve(isOpen);
      };
      const [goOn, giveUp] = [() => settle(true), () => settle(false)];
      response.on('drain', goOn).on('close', giveUp);
    });
  }
}

/** `[start, end)` that a request asks for; undefined for all. */
export function rangeOf(request, length) {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  return first === undefined
    ? undefined
    : [Number(first), Math.min(last ? Number(last) + 1 : length, length)];
}

/** Faults by what they do; each takes the file that it spoils, and spoils only requests beyond the first bytes. */
export const FAULTS = {
  /** The connection breaks after half of what was asked for. */
  cut: (file) => (request, response) => {
    const [start, end] = rangeOf(request, file.length) ?? [0, file.length];
    head(response, request, file);
    response.write(file.read(start, start + Math.floor((end - start) / 2)), () => response.destroy());
  },
  /** Nothing comes after half of it, and the connection stays open. */
  stall: (file) => (request, response) => {
    const [start, end] = rangeOf(request, file.length) ?? [0, file.length];
    head(response, request, file);
    response.write(file.read(start, start + Math.floor((end - start) / 2)));
  },
  /** Fewer bytes than asked for, with a length that says so. */
  truncate: (file) => (request, response) => {
    const [start, end] = rangeOf(request, file.length) ?? [0, file.length];
    const half = start + Math.floor((end - start) / 2);
    head(response, request, file, { 'Content-Length': half - start });
    response.end(file.read(start, half));
  },
  /** A web page that says that nothing was found, with a status that says that all is well. */
  html: () => (_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>404</title>'),
  /** Another range than was asked for. */
  range: (file) => (request, response) => {
    const [start, end] = rangeOf(request, file.length) ?? [0, file.length];
    head(response, request, file, { 'Content-Range': `bytes ${start + 1}-${end}/${file.length}` });
    response.end(file.read(start, end));
  },
  status:
    (status, headers = {}) =>
    () =>
    (_, response) =>
      response.writeHead(status, { 'Content-Type': 'text/plain', ...headers }).end('no'),
  /** The whole file, whatever was asked for. */
  whole: (file) => (_, response) => {
    response.writeHead(200, { 'Content-Length': file.length, 'Content-Type': file.type, ETag: file.tag });
    response.end(file.read(0, file.length));
  },
};

function head(response, request, file, more = {}) {
  const [start, end] = rangeOf(request, file.length) ?? [0, file.length];
  response.writeHead(request.headers.range ? 206 : 200, {
    'Content-Type': file.type,
    'Content-Length': end - start,
    ETag: file.tag,
    ...(request.headers.range && { 'Content-Range': `bytes ${start}-${end - 1}/${file.length}` }),
    ...more,
  });
}
