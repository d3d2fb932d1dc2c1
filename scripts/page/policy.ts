import type { Plugin } from 'vite';

/**
 * What the built page may do, as a Content-Security-Policy in its head, so that it holds on every static host. No text is ever
 * run as code (`wasm-unsafe-eval` allows WebAssembly alone). Styles may be written in place, as figures have theirs;
 * connections go wherever the visitor names a model.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  'connect-src http: https: blob: data:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function policy(): Plugin {
  return {
    name: 'inscape-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
