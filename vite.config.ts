import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { cards } from './scripts/page/cards.ts';
import { models } from './scripts/page/models.ts';
import { offline } from './scripts/page/offline.ts';
import { policy } from './scripts/page/policy.ts';
import { preload } from './scripts/page/preload.ts';

// `base: './'` makes every address relative, so the built folder works under any sub-path of a static host.
// `assetsInlineLimit: 0` keeps wasm and fonts out of the script, where they would cost a third more.
export default defineConfig({
  base: './',
  publicDir: 'web/public',
  plugins: [
    models(resolve(import.meta.dirname, 'models')),
    cards(resolve(import.meta.dirname, 'web/experiments/cards.json')),
    policy(),
    preload(),
    offline(),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: { outDir: 'dist', target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1024 },
  server: { host: 'localhost', port: 5173 },
  test: {
    include: [
      'web/**/*.test.{ts,tsx}',
      'scripts/**/*.test.{js,ts}',
      'scripts/**/*.test.mjs',
      'tests/bench/**/*.test.mjs',
    ],
    environment: 'node',
    testTimeout: 20_000,
    passWithNoTests: false,
  },
});
