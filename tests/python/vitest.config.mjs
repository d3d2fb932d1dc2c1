import { defineConfig } from 'vitest/config';

// The page's modules and a Python beside them; apart from the page's own tests because it installs packages.
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: { include: ['tests/python/*.test.mjs'], environment: 'node', testTimeout: 60_000 },
});
