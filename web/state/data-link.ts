// An analysis of arrays ↔ URL hash: `#data?r=` and the base64url of the recipe's JSON. It names the arrays with their
// hashes and carries none of their numbers.

import type { DataRecipe, DataTask, Prepare, Transform } from '../lab/types';
import { t } from '../words/words';
import { decodeText, encodeText } from './base64url';
import { DATA_RECIPE_VERSION, namesOf, type TaskKind } from './data-form';
import { problem } from './problem';
import { isDigest } from './recipe-check';

type Fields = Record<string, unknown>;
type Check = [(value: unknown) => boolean, string];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

const NAME: Check = [isText, t`a name`];
const MAYBE: Check = [(value) => value === null || isText(value), t`a name or null`];
const NAMES: Check = [(value) => Array.isArray(value) && value.every(isText), t`a list of names`];
const COUNT: Check = [
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  t`a whole number from 0`,
];

const FLAG: Check = [(value) => typeof value === 'boolean', t`true or false`];
/** The same of a field that may be left out. */
const left = ([isRight, expected]: Check): Check => [
  (value) => value === undefined || isRight(value),
  expected,
];

/** The fields of each task beside its kind. */
const TASKS: { [K in TaskKind]: Record<Exclude<keyof Extract<DataTask, { kind: K }>, 'kind'>, Check> } = {
  compare: { arrays: NAMES, measure: NAME, distance: NAME, has_intervals: left(FLAG) },
  summaries: { arrays: NAMES, labels: MAYBE },
  reference: {
    arrays: NAMES,
    reference: NAME,
    distance: NAME,
    comparison: NAME,
    n_bootstrap: COUNT,
    n_permutations: COUNT,
  },
  decode: {
    array: NAME,
    labels: NAME,
    groups: MAYBE,
    decoder: NAME,
    n_folds: COUNT,
    n_permutations: COUNT,
    prepare: left([isPrepare, t`what is done before`]),
    control: left(NAME),
    is_coded: left(FLAG),
  },
  encode: {
    array: NAME,
    targets: NAME,
    n_folds: COUNT,
    more: left(NAMES),
    repeats: left(NAMES),
    is_alpha_shared: left(FLAG),
    has_pairs: left(FLAG),
  },
  information: { x: NAME, y: NAME, estimator: NAME },
  rdms: { arrays: NAMES, distance: NAME, labels: MAYBE },
  cluster: { array: NAME, method: NAME, distance: NAME, n_groups: COUNT, labels: MAYBE },
  neighbours: { array: NAME, distance: NAME, n_neighbours: COUNT, method: NAME, labels: MAYBE },
  map: { array: NAME, method: NAME, labels: MAYBE },
  pairs: { array: NAME, ratings: NAME, first: MAYBE, second: NAME },
  rdm: {
    array: NAME,
    labels: MAYBE,
    groups: MAYBE,
    distance: NAME,
    noise: NAME,
    transform: [(value) => value === null || isTransform(value), t`a transform with its settings, or null`],
    has_topology: FLAG,
  },
  regression: { arrays: NAMES, reference: NAME, distance: NAME, n_permutations: COUNT },
  energy: { arrays: NAMES, graph: NAME },
};

const RECIPE: Record<keyof DataRecipe, Check> = {
  version: [(value) => value === DATA_RECIPE_VERSION, t`${DATA_RECIPE_VERSION}, which this page reads`],
  arrays: [areRefs, t`a list of arrays, each with name and sha256`],
  task: [isFields, t`a task`],
  seed: COUNT,
  digest: [(value) => value === undefined || isDigest(value), t`a digest with figures`],
};

function isPrepare(value: unknown): value is Prepare {
  const isFlag = (flag: unknown) => typeof flag === 'boolean';
  return (
    isFields(value) &&
    Object.keys(value).length === 4 &&
    isFlag(value.is_detrended) &&
    isFlag(value.is_standardised) &&
    isFlag(value.is_averaged) &&
    Array.isArray(value.left_out) &&
    value.left_out.every(Number.isSafeInteger)
  );
}

/** The settings of each transform beside its name. */
const TRANSFORMS: Record<Transform['name'], readonly string[]> = {
  rank_transform: [],
  geo_topological_transform: ['lower', 'upper'],
  geodesic_distance: ['n_neighbours'],
};

function isTransform(value: unknown): value is Transform {
  if (!isFields(value) || !isText(value.name) || !Object.hasOwn(TRANSFORMS, value.name)) return false;
  const settings = TRANSFORMS[value.name as Transform['name']];
  return (
    Object.keys(value).length === 1 + settings.length &&
    settings.every((name) => Number.isFinite(value[name]))
  );
}

const isReading = (value: unknown) => value === 'activations' || value === 'rdms';

function areRefs(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (one) =>
        isFields(one) &&
        isText(one.name) &&
        (one.sha256 === undefined || isText(one.sha256)) &&
        (one.read_as === undefined || isReading(one.read_as)),
    )
  );
}

/** The hash of a recipe, `#` included; bare while it names no array. */
export function encodeData(recipe: DataRecipe): string {
  return namesOf(recipe.task).length === 0 ? '#data' : `#data?r=${encodeText(JSON.stringify(recipe))}`;
}

/** The recipe that a hash carries; `undefined` when it carries none. Throws an `ErrorReport`. */
export function decodeData(hash: string): DataRecipe | undefined {
  const fields = new URLSearchParams(hash.replace(/^#data\??/, ''));
  // One that is packed still is damaged (packed-link), as its bytes then say.
  const encoded = fields.get('r') ?? fields.get('z');
  if (encoded === null) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(decodeText(encoded));
  } catch {
    throw problem(
      'link',
      t`Reading this link failed: its last part is cut off or changed. Ask for it again, and copy it whole.`,
    );
  }
  return checkDataRecipe(value, t`this link`);
}

/** A recipe from a link or the console. Throws an `ErrorReport` that names the field, what it held and what was expected. */
export function checkDataRecipe(value: unknown, from: string): DataRecipe {
  if (!isFields(value))
    throw problem('link', t`Reading the recipe from ${from} failed: it is not an object with fields.`);
  checkFields({ digest: undefined, ...value }, RECIPE, from, '');
  const { kind, ...rest } = value.task as Fields;
  if (!isText(kind) || !Object.hasOwn(TASKS, kind)) {
    const kinds = Object.keys(TASKS).join(', ');
    throw problem(
      'link',
      t`The recipe from ${from} asks for the task ${JSON.stringify(kind)}, but this page knows ${kinds}.`,
    );
  }
  checkFields(rest, TASKS[kind as TaskKind], from, 'task.');
  const arrays = (value.arrays as Fields[]).map(({ name, sha256 = '', read_as }) => ({
    name,
    sha256,
    ...(read_as !== undefined && { read_as }),
  }));
  return { ...value, arrays } as unknown as DataRecipe;
}

function checkFields(fields: Fields, checks: Record<string, Check>, from: string, prefix: string) {
  const extra = Object.keys(fields).find((name) => !Object.hasOwn(checks, name));
  if (extra !== undefined)
    throw problem(
      'link',
      t`The recipe from ${from} has a field “${prefix}${extra}” that this version does not know.`,
    );
  for (const [name, [isRight, expected]] of Object.entries(checks)) {
    if (isRight(fields[name])) continue;
    const found = JSON.stringify(fields[name])?.slice(0, 60) ?? t`nothing`;
    throw problem(
      'link',
      t`The recipe from ${from} says ${prefix}${name} = ${found}, but expected was ${expected}.`,
    );
  }
}
