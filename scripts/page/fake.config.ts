/// <reference types="node" />
// `npx vite [build] --config scripts/page/fake.config.ts`: the page with a training that only pretends, for working on
// the page while the engine is being built. Needs some web/lab/wasm. The built page of a release never sees this file.

import { resolve } from 'node:path';
import { mergeConfig, type Plugin } from 'vite';
import config from '../../vite.config.ts';

const root = resolve(import.meta.dirname, '../..');
const engine = resolve(root, 'web/lab/engine.ts');
const NAME = '\0inscape-fake-engine';

/** The worker's engine, with a fake training in it. */
function fakeTraining(): Plugin {
  return {
    name: 'inscape-fake-training',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './engine' && importer?.endsWith('/web/lab/worker.ts') ? NAME : undefined,
    load: (id) =>
      id === NAME
        ? `import { loadLab as load } from ${JSON.stringify(engine)};
           import { withFakeTraining } from ${JSON.stringify(resolve(root, 'web/lab/fake-training.ts'))};
           export * from ${JSON.stringify(engine)};
           export const loadLab = async () => withFakeTraining(await load());`
        : undefined,
  };
}

export default mergeConfig(config, {
  root,
  plugins: [fakeTraining()],
  worker: { plugins: () => [fakeTraining()] },
});
