// An experiment ↔ URL hash: `#x/rich-lazy?d=1&seed=3&rank=10&digest=…`, readable but for the author's digest. What is
// left out is the default of that version of the card.

import type { ExperimentCard, ExperimentRecipe } from '../lab/experiment-types';
import type { Backend, Digest } from '../lab/types';
import { t } from '../words/words';
import { decodeText, encodeText } from './base64url';
import { checkParams } from './experiment-params';
import { lengthen, type ShortDigest, shorten } from './hash';
import { problem } from './problem';
import { isDigest } from './recipe-check';
import { LARGEST_SEED } from './train-setup';

/** Version of the recipe that this page writes. */
export const EXPERIMENT_RECIPE_VERSION = 1;
/** Fields of a link that no setting may be called. */
const OWN = ['d', 'seed', 'on', 'engine', 'digest'];

/** What an address asks for, before the card says what its settings mean. */
export interface ExperimentAddress {
  slug: string;
  fields: Record<string, string>;
}

/** The recipe of an experiment at its defaults. */
export function defaultRecipeOf(card: ExperimentCard): ExperimentRecipe {
  return {
    version: EXPERIMENT_RECIPE_VERSION,
    experiment: card.slug,
    defaults: card.version,
    params: {},
    seed: card.seed,
    backend: 'cpu',
    engine: '',
  };
}

/** The hash of a recipe, `#` included. One at its defaults that never ran is the name alone. */
export function encodeExperiment(recipe: ExperimentRecipe, card: ExperimentCard): string {
  const { experiment, defaults, params, seed, backend, engine, digest } = recipe;
  const isBare = Object.keys(params).length === 0 && seed === card.seed && backend === 'cpu' && !digest;
  if (isBare) return `#x/${experiment}`;
  const fields = new URLSearchParams({ d: String(defaults), seed: String(seed) });
  for (const [name, value] of Object.entries(params)) fields.set(name, String(value));
  if (backend !== 'cpu') fields.set('on', backend);
  if (digest) {
    if (engine) fields.set('engine', engine);
    fields.set('digest', encodeText(JSON.stringify(shorten(digest))));
  }
  return `#x/${experiment}?${fields}`;
}

/** The experiment that a hash names, and its fields as they stand there. */
export function readAddress(hash: string): ExperimentAddress | undefined {
  const [, slug, query = ''] = /^#x\/([\w-]+)(?:\?(.*))?$/s.exec(hash) ?? [];
  return slug === undefined ? undefined : { slug, fields: Object.fromEntries(new URLSearchParams(query)) };
}

/** The recipe that an address asks for. Throws an `ErrorReport` that names the field that cannot be. */
export function decodeExperiment({ fields }: ExperimentAddress, card: ExperimentCard): ExperimentRecipe {
  const { d, seed, on, engine, digest } = fields;
  const params = Object.fromEntries(Object.entries(fields).filter(([name]) => !OWN.includes(name)));
  return checkExperiment(
    {
      ...defaultRecipeOf(card),
      ...(d !== undefined && { defaults: whole('d', d, 1, 1e6) }),
      ...(seed !== undefined && { seed: whole('seed', seed, 0, LARGEST_SEED) }),
      ...(on !== undefined && { backend: on }),
      params,
      engine: engine ?? '',
      ...(digest !== undefined && { digest: readDigest(digest) }),
    },
    card,
  );
}

/** A recipe from a file or the console. Throws an `ErrorReport` that names the field that cannot be. */
export function checkExperiment(value: unknown, card: ExperimentCard): ExperimentRecipe {
  const given = value as Partial<Record<keyof ExperimentRecipe, unknown>>;
  const recipe = { ...defaultRecipeOf(card) };
  if (given.version !== undefined && given.version !== EXPERIMENT_RECIPE_VERSION)
    throw problem(
      'link',
      t`This recipe has version ${String(given.version)}, but this page knows version ${EXPERIMENT_RECIPE_VERSION}. Open it with a newer Inscape.`,
    );
  recipe.params = checkParams(card, (given.params ?? {}) as Record<string, unknown>);
  recipe.seed = whole('seed', String(given.seed ?? card.seed), 0, LARGEST_SEED);
  recipe.defaults = whole('d', String(given.defaults ?? card.version), 1, 1e6);
  recipe.backend = backendOf(given.backend ?? 'cpu');
  recipe.engine = typeof given.engine === 'string' ? given.engine : '';
  if (given.digest === undefined || given.digest === null) return recipe;
  if (!isDigest(given.digest)) throw damaged();
  return { ...recipe, digest: given.digest };
}

/** The recipe without what its author measured. */
export function withoutDigest({ digest: _, ...recipe }: ExperimentRecipe): ExperimentRecipe {
  return recipe;
}

function readDigest(encoded: string): Digest {
  try {
    const digest = lengthen(JSON.parse(decodeText(encoded)) as ShortDigest);
    if (isDigest(digest)) return digest;
  } catch {
    // Said below.
  }
  throw damaged();
}

function backendOf(value: unknown): Backend {
  if (value === 'cpu' || value === 'gpu') return value;
  throw problem('link', t`on = ${JSON.stringify(value)} was given, but expected was cpu or gpu.`);
}

function whole(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw problem(
    'link',
    t`${name} = ${JSON.stringify(value)} was given, but expected was a whole number from ${least} to ${most}.`,
  );
}

const damaged = () =>
  problem(
    'link',
    t`The link’s last part, by which a run is compared with its author’s, is cut off or changed. Ask for it again, and copy it whole.`,
  );
