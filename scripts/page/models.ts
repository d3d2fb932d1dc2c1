/// <reference types="node" />
import { createReadStream, existsSync, statSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts the fetched models beside the page: `vite` serves `models/` at `<base>models/`, and a build gets it as
 * `dist/models/`. Hard links, so that 400 MB of weights are neither copied nor kept twice; a copy where the file
 * system has none. Files are named as they are on disk (no content hash): `models/index.json` lists them.
 */
export function models(source: string): Plugin {
  let outDir = '';
  return {
    name: 'inscape-models',
    configResolved(config) {
      outDir = config.command === 'build' ? resolve(config.root, config.build.outDir) : '';
    },
    configureServer(server) {
      server.middlewares.use('/models', (request, response, next) => {
        const path = resolve(source, `.${decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')}`);
        if (!path.startsWith(source + sep) || !existsSync(path) || !statSync(path).isFile()) {
          response.statusCode = 404;
          response.end('no such file under models/');
          return;
        }
        const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
        const size = statSync(path).size;
        response.setHeader('Accept-Ranges', 'bytes');
        if (!range) {
          response.setHeader('Content-Length', size);
          createReadStream(path).on('error', next).pipe(response);
          return;
        }
        const start = Number(range[1]);
        const end = Math.min(range[2] ? Number(range[2]) : size - 1, size - 1);
        response.statusCode = start <= end ? 206 : 416;
        response.setHeader(
          'Content-Range',
          start <= end ? `bytes ${start}-${end}/${size}` : `bytes */${size}`,
        );
        if (start > end) response.end();
        else createReadStream(path, { start, end }).on('error', next).pipe(response);
      });
    },
    async closeBundle() {
      if (outDir !== '' && existsSync(source)) await linkFolder(source, join(outDir, 'models'));
    },
  };
}

/** Makes `to` the same tree as `from` by hard links, or copies across file systems. */
async function linkFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    else if (entry.isFile()) await link(source, target).catch(() => copyFile(source, target));
  }
}
