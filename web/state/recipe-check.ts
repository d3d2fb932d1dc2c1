import type { Digest, Inputs, Recipe } from '../lab/types';
import { t } from '../words/words';
import { DEFAULTS } from './defaults';
import { problem } from './problem';
import { areViews } from './view-check';

type Fields = Record<string, unknown>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How each field of a recipe is told from nonsense, with the words for what was expected. */
const CHECKS: Record<keyof Recipe, [(value: unknown) => boolean, string]> = {
  version: [isNumber, t`a number`],
  model: [
    (v) => isFields(v) && isText(v.id) && isText(v.revision) && isText(v.sha256),
    t`id, revision and sha256`,
  ],
  inputs: [isInputs, t`a bundled set, lines of text or file names`],
  sites: [isTexts, t`a list of site names`],
  changes: [isTexts, t`a list of changes`],
  pool: [(v) => ['none', 'mean', 'last', 'cls'].includes(v as string), t`none, mean, last or cls`],
  distance: [isText, t`the name of a distance`],
  similarity: [isText, t`the name of a measure`],
  focus: [isText, t`the name of a site`],
  has_slow_intervals: [(v) => v === undefined || typeof v === 'boolean', t`true or false`],
  lens_text: [(v) => Number.isInteger(v) && (v as number) >= 0, t`a whole number from 0`],
  views: [areViews, t`a list of closer looks, each with its settings`],
  backend: [(v) => ['auto', 'cpu', 'gpu'].includes(v as string), t`auto, cpu or gpu`],
  engine: [isText, t`a version`],
  digest: [(v) => v === undefined || isDigest(v), t`a digest with figures`],
};

function isInputs(value: unknown): value is Inputs {
  if (!isFields(value)) return false;
  if (value.kind === 'bundled') return isText(value.set);
  if (value.kind === 'lines') return isTexts(value.lines);
  return value.kind === 'files' && isTexts(value.names) && isTexts(value.sha256);
}

/** Whether a value is a digest, as far as its form goes. */
export function isDigest(value: unknown): value is Digest {
  if (!isFields(value) || (value.backend !== 'cpu' && value.backend !== 'gpu')) return false;
  if (!Array.isArray(value.figures)) return false;
  return value.figures.every(
    (f) =>
      isFields(f) &&
      isText(f.id) &&
      isText(f.hash) &&
      isNumber(f.scale) &&
      Array.isArray(f.samples) &&
      f.samples.every(isNumber),
  );
}

/**
 * A recipe from a link or file: fields that are left out take the defaults of its version. Throws an
 * `ErrorReport` that names the field, what it held and what was expected.
 */
export function checkRecipe(value: unknown, from: string): Recipe {
  if (!isFields(value))
    throw problem('link', t`Reading the recipe from ${from} failed: it is not an object with fields.`);
  const version = value.version ?? 1;
  const defaults = isNumber(version) ? DEFAULTS[version] : undefined;
  if (!defaults) {
    const known = Object.keys(DEFAULTS).join(', ');
    throw problem(
      'link',
      t`The recipe from ${from} has version ${JSON.stringify(version)}, but this page reads ${known}. Open it with a newer Inscape.`,
    );
  }
  const recipe: Fields = { ...structuredClone(defaults), ...value };
  for (const name of Object.keys(recipe)) {
    const check = CHECKS[name as keyof Recipe];
    if (!check)
      throw problem(
        'link',
        t`The recipe from ${from} has a field “${name}” that this version does not know.`,
      );
    if (!check[0](recipe[name])) {
      const found = JSON.stringify(recipe[name])?.slice(0, 60);
      throw problem(
        'link',
        t`The recipe from ${from} says ${name} = ${found}, but expected was ${check[1]}.`,
      );
    }
  }
  return recipe as unknown as Recipe;
}
