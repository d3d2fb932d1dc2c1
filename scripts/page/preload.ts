import type { Plugin } from 'vite';

/**
 * The page's code is asked for by a small script that brings the visitor's words first. The page names it in its head, so that
 * both come at once and the first picture waits for one answer less.
 */
export function preload(): Plugin {
  return {
    name: 'inscape-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
        const begin = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('/web/begin.ts'));
        if (!begin)
          throw new Error('web/begin.ts is not a chunk of its own, so that nothing can be preloaded.');
        const entry = chunks.find((chunk) => chunk.isEntry)?.fileName;
        const names = [begin.fileName, ...begin.imports].filter((name) => name !== entry);
        return names.map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
