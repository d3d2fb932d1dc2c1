// A recipe as a short script for numpy, scipy, scikit-learn and rsatoolbox, which loads the same files by name.

import type { ArrayCard, DataRecipe, DataTask } from '../../../lab/types';
import type { ArrayOrigin } from '../../../state/data';
import { t } from '../../../words/words';
import { clusterScript } from './cluster';
import { compareScript } from './compare';
import { decodeScript } from './decode';
import { encodeScript } from './encode';
import { energyScript } from './energy';
import { informationScript } from './information';
import { Loader } from './loader';
import { mapScript } from './map';
import { neighboursScript } from './neighbours';
import { pairsScript } from './pairs';
import { rdmScript } from './rdm';
import { rdmsScript } from './rdms';
import { referenceScript } from './reference';
import { regressionScript } from './regression';
import { summariesScript } from './summaries';

/** What a task's script needs and does. */
export interface Steps {
  imports: string[];
  /** Functions, each a text of its own. */
  helpers: string[];
  lines: string[];
  /** What a reader should know of the difference to Inscape. */
  notes?: string[];
}

/** A script, or why there is none. */
export type Script = { text: string } | { why: string };

/** What the scripts need to know of a recipe. */
export interface Asked<T extends DataTask = DataTask> {
  task: T;
  seed: number;
  loader: Loader;
}

/** The script of a recipe whose arrays are here. */
export function pythonOf(
  recipe: DataRecipe,
  cards: readonly ArrayCard[],
  origins: Readonly<Record<string, ArrayOrigin>>,
): Script {
  const gone = recipe.arrays.find(({ name }) => !origins[name]);
  if (gone) return { why: t`The file of ${gone.name} is not here any more, so that its name is not known.` };
  const loader = new Loader(cards, origins);
  const steps = stepsOf(recipe, loader);
  if ('why' in steps) return steps;
  return { text: writeScript(steps, loader, recipe.task.kind) };
}

function stepsOf({ task, seed }: DataRecipe, loader: Loader): Steps | { why: string } {
  switch (task.kind) {
    case 'compare':
      return compareScript({ task, seed, loader });
    case 'reference':
      return referenceScript({ task, seed, loader });
    case 'summaries':
      return summariesScript({ task, seed, loader });
    case 'decode':
      return decodeScript({ task, seed, loader });
    case 'encode':
      return encodeScript({ task, seed, loader });
    case 'information':
      return informationScript({ task, seed, loader });
    case 'rdms':
      return rdmsScript({ task, seed, loader });
    case 'cluster':
      return clusterScript({ task, seed, loader });
    case 'neighbours':
      return neighboursScript({ task, loader });
    case 'map':
      return mapScript({ task, seed, loader });
    case 'pairs':
      return pairsScript({ task, loader });
    case 'rdm':
      return rdmScript({ task, loader });
    case 'regression':
      return regressionScript({ task, seed, loader });
    case 'energy':
      return energyScript({ task, seed, loader });
  }
}

/** A script from its steps and what `loader` was asked for; `title` says in a word or two what it does. */
export function writeScript(
  { imports, helpers, lines, notes = [] }: Steps,
  loader: Loader,
  title: string,
): string {
  const named = [...new Set([...loader.imports, 'import numpy as np', ...imports])].sort(byForm);
  const about = [
    `# ${title}: the same with the usual libraries. Put it beside the files and run it.`,
    ...notes.map((note) => `# ${note}`),
  ];
  const blocks = [about, named].map((block) => block.join('\n'));
  const functions = [...loader.helpers, ...helpers];
  return `${[...blocks, ...functions.map((text) => `\n${text}`), `${functions.length > 0 ? '\n' : ''}${lines.join('\n')}`].join('\n\n')}\n`;
}

/** Modules before names out of modules, each by the alphabet. */
const byForm = (a: string, b: string) => {
  const rank = (line: string) => (line.startsWith('import ') ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
};
