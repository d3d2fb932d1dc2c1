/** The peers' pages, bundled in memory: address below `/peers/` → JavaScript. */
import { basename } from 'node:path';
import { build } from 'esbuild';

export async function bundlePeers(names, root) {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(names.map((name) => [name, `${root}/peers/${name}/page.js`])),
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: `${root}/peers-bundled`,
    write: false,
    logLevel: 'error',
  });
  return new Map(outputFiles.map((file) => [basename(file.path), file.contents]));
}
