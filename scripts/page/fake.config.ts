/// <reference types="node" />
// `npx vite [build] --config scripts/page/fake.config.ts`: the page with trainings and experiments that only pretend, for
// working on the page while the engine is being built. Needs some web/lab/wasm. The built page of a release never sees
// this file.

import { resolve } from 'node:path';
import { mergeConfig, type Plugin } from 'vite';
import config from '../../vite.config.ts';
import { FAKE_CARDS } from '../../web/lab/fake-cards.ts';
import { fakeReport } from '../../web/lab/fake-experiments.ts';

const root = resolve(import.meta.dirname, '../..');
const engine = resolve(root, 'web/lab/engine.ts');
const NAME = '\0inscape-fake-engine';

/** The worker's engine, with a fake training in it and fake experiments beside it. */
function fakeEngine(): Plugin {
  return {
    name: 'inscape-fake-engine',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './engine' && importer?.endsWith('/web/lab/worker.ts') ? NAME : undefined,
    load: (id) =>
      id === NAME
        ? `import { loadLab as load } from ${JSON.stringify(engine)};
           import { fakeExperiments } from ${JSON.stringify(resolve(root, 'web/lab/fake-experiments.ts'))};
           import { withFakeTraining } from ${JSON.stringify(resolve(root, 'web/lab/fake-training.ts'))};
           export * from ${JSON.stringify(engine)};
           export const loadLab = async () => withFakeTraining(await load());
           export const loadExperimentLab = async () => fakeExperiments();`
        : undefined,
  };
}

/** Cards and stored runs of the fake experiments, in place of the engine's. */
function fakeCards(): Plugin {
  const stored = FAKE_CARDS.slice(0, 1).map(({ slug, seed, version }) => [
    slug,
    fakeReport({
      version: 1,
      experiment: slug,
      defaults: version,
      params: {},
      seed,
      backend: 'cpu',
      engine: '',
    }),
  ]);
  return {
    name: 'inscape-fake-cards',
    enforce: 'pre',
    transform(_, id) {
      if (id.endsWith('/web/fetch/stored-experiments.ts'))
        return `const stored = ${JSON.stringify(Object.fromEntries(stored))};
                export const isStored = (slug) => slug in stored;
                export const fetchStoredRun = async (slug) => stored[slug];`;
      if (id.endsWith('/web/experiments/cards.ts'))
        return `const all = ${JSON.stringify(FAKE_CARDS)};
                export const list = all.map((card) => ({ ...card, n_exercises: card.exercises.length }));
                export const loadCard = async (slug) => all.find((card) => card.slug === slug);`;
      return undefined;
    },
  };
}

export default mergeConfig(config, {
  root,
  plugins: [fakeEngine(), fakeCards()],
  worker: { plugins: () => [fakeEngine()] },
});
