/**
 * The bench's web server: its pages and what they load, each folder under its own path.
 *   /               the pages of this folder, and the modules that they share
 *   /peers-bundled/ the peers' pages, bundled in memory
 *   /node_modules/  the peers' wasm files
 *   /lab/           the built wasm of the lab
 *   /models/        the models' files
 *   /data/          the ONNX graphs that data/make.py made
 */
import { createServer } from 'node:http';
import { staticServer } from '../../../scripts/server/static.mjs';

/** What gives a page SharedArrayBuffer, and a clock of 5 µs where it is 0.1 ms otherwise. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** `here` is this bench's folder, the other folders are relative to the repository's root. Not yet listening. */
export function benchServer({ here, lab, bundles, isIsolated = false }) {
  const mounts = [
    ['/lab/', lab],
    ['/models/', 'models'],
    ['/data/', '.cache/bench/graphs'],
    ['/node_modules/', `${here}/node_modules`],
    ['/', here],
  ].map(([path, folder]) => ({ path, server: staticServer(folder, path) }));
  return createServer((request, response) => {
    if (isIsolated) for (const [name, value] of Object.entries(ISOLATION)) response.setHeader(name, value);
    const [path] = request.url.split('?', 1);
    if (path === '/favicon.ico') return response.writeHead(204).end();
    const bundle = path.startsWith('/peers-bundled/') && bundles.get(path.slice('/peers-bundled/'.length));
    if (bundle) return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(bundle);
    const mount = mounts.find((each) => path.startsWith(each.path));
    mount.server.emit('request', request, response);
  });
}

/** Resolves to the address once the server listens; port 0 is any free one. */
export async function listen(server, port = 0) {
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  return `http://localhost:${server.address().port}/`;
}
