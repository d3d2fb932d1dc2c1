// The bench's figures as scripts for the usual libraries, from the activations as the page saves them.

import type { DataTask, Report, SiteFacts } from '../../lab/types';
import type { ArrayOrigin } from '../../state/data';
import { problem } from '../../state/problem';
import { dictionary } from '../data/python/dictionary';
import { Loader } from '../data/python/loader';
import { noReference } from '../data/python/rsatoolbox';
import { pythonOf, type Script, type Steps, writeScript } from '../data/python/script';
import { OF_LAYERS } from '../data/python/summary-measures';
import { captureFileName } from './capture-name';

/** The script of a figure. Throws an `ErrorReport` where there is none. */
export function figureScript(id: string, report: Report, facts: readonly SiteFacts[]): string {
  const script = scriptOf(id, report, facts);
  if ('why' in script) throw problem('python', script.why);
  return script.text;
}

function scriptOf(id: string, { recipe, run }: Report, facts: readonly SiteFacts[]): Script {
  const { sites, focus, similarity, distance } = recipe;
  const file = captureFileName(recipe);
  const origins: Record<string, ArrayOrigin> = Object.fromEntries(
    [...sites, focus].map((site) => [site, { file, key: tensorOf(site, facts) }]),
  );
  const cards = Object.keys(origins).map((name) => ({ ...CARD, name, n_stimuli: run.n_stimuli }));
  const ofTask = (task: DataTask) => pythonOf({ version: 1, arrays: [], task, seed: 1 }, cards, origins);
  const loader = new Loader(cards, origins);
  const ofSteps = (title: string, steps: Steps): Script => ({ text: writeScript(steps, loader, title) });
  switch (id) {
    case 'similarity':
      return ofTask({ kind: 'compare', arrays: sites, measure: similarity, distance });
    case 'map':
      return ofTask({ kind: 'map', array: focus, method: 'pca', labels: null });
    case 'rdm': {
      const rdm = loader.rdm(focus, distance);
      if (!rdm) return { why: noReference(distance) };
      const imports = ['from scipy.spatial.distance import squareform'];
      return ofSteps('rdm', { imports, helpers: [], lines: [`d = squareform(${rdm})`, ...PRINT_ROWS] });
    }
    case 'dimension': {
      const { helpers = [], text } = OF_LAYERS.find(({ name }) => name === 'participation_ratio')!;
      const lines = [
        ...dictionary('sites', sites, (site) => loader.units(site)),
        '',
        'for site, x in sites.items():',
        '    print(f"{site}: {participation_ratio(x):.9f}")',
      ];
      return ofSteps('dimension', { imports: [], helpers: [...helpers, text], lines });
    }
    default:
      return { why: noReference(id) };
  }
}

const PRINT_ROWS = ['for row in d:', '    print(" ".join(f"{value:.9f}" for value in row))'];

const CARD = {
  shape: [],
  dtype: 'f32',
  kind: 'activations' as const,
  n_nan: 0,
  n_infinite: 0,
  sha256: '',
  understood: '',
  stimuli: [],
};

/** What the engine calls a site that the recipe may name in short. */
const tensorOf = (site: string, facts: readonly SiteFacts[]) =>
  facts.find(({ name, short }) => name === site || short === site)?.name ?? site;
