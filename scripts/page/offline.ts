/// <reference types="node" />
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const WORKER = 'offline.js';

/**
 * The service worker of the built page, `dist/offline.js`: the list of all files of the build with their hashes, then
 * web/fetch/offline/worker.ts. Models are no part of it: they are kept as they are used.
 */
export function offline(): Plugin {
  let [root, outDir] = ['', ''];
  return {
    name: 'inscape-offline',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(root, config.build.outDir);
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: resolve(root, 'web/fetch/offline/worker.ts'), fileName: WORKER });
    },
    writeBundle: {
      order: 'post',
      async handler() {
        const script = await readFile(join(outDir, WORKER), 'utf8');
        if (/\b(?:import|export)\b/.test(script))
          this.error(`${WORKER} imports or exports, but a service worker has to be one plain script.`);
        const files = await hashFiles(outDir);
        const version = hash(JSON.stringify(files) + script).slice(7, 23);
        const list = JSON.stringify({ version, files });
        await writeFile(join(outDir, WORKER), `self.INSCAPE_BUILD=${list};\n${script}`);
      },
    },
  };
}

/** Every file of the built folder by its address; that of the page itself is the folder's. */
async function hashFiles(folder: string, prefix = ''): Promise<Record<string, string>> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const lists = entries.map(async (entry): Promise<Record<string, string>> => {
    const path = `${prefix}${entry.name}`;
    if (path === WORKER || path === 'models' || entry.name.startsWith('.')) return {};
    if (entry.isDirectory()) return hashFiles(folder, `${path}/`);
    return { [path === 'index.html' ? '' : path]: hash(await readFile(join(folder, path))) };
  });
  const files = Object.assign({}, ...(await Promise.all(lists))) as Record<string, string>;
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As Subresource Integrity writes it. */
const hash = (bytes: string | Uint8Array) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
