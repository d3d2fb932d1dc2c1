// Recipe ↔ URL hash: `#v1=` and the base64url of the JSON of what differs from version 1's defaults.
// The hash never reaches a server.

import type { Digest, Recipe } from '../lab/types';
import { t } from '../words/words';
import { decodeText, encodeText } from './base64url';
import { DEFAULTS, RECIPE_VERSION } from './defaults';
import { BENCH_HASH } from './page';
import { problem } from './problem';
import { checkRecipe } from './recipe-check';
import { isSame } from './same';

/** Short names in links. Frozen with the version. */
const SHORT: [keyof Recipe, string][] = [
  ['model', 'm'],
  ['inputs', 'i'],
  ['sites', 's'],
  ['pool', 'p'],
  ['distance', 'd'],
  ['similarity', 'q'],
  ['focus', 'f'],
  ['lens_text', 'l'],
  ['backend', 'b'],
  ['engine', 'e'],
  ['changes', 'c'],
  ['views', 'v'],
  ['has_slow_intervals', 'w'],
];

/** Digest in a link: `[backend, [id, hash, scale, ...samples], …]`. */
export type ShortDigest = [string, ...[string, string, number, ...number[]][]];

/** The hash of a recipe, `#` included; that of the bench alone for the bare defaults. */
export function encodeRecipe(recipe: Recipe): string {
  const defaults = DEFAULTS[RECIPE_VERSION]!;
  const short: Record<string, unknown> = {};
  for (const [name, key] of SHORT) {
    if (!isSame(recipe[name], defaults[name])) short[key] = recipe[name];
  }
  if (recipe.digest) short.g = shorten(recipe.digest);
  return Object.keys(short).length === 0
    ? BENCH_HASH
    : `#v${RECIPE_VERSION}=${encodeText(JSON.stringify(short))}`;
}

/**
 * The recipe that a hash carries; `undefined` when it carries none. Throws an `ErrorReport` when it was
 * damaged or comes from a version that this page does not know.
 */
export function decodeRecipe(hash: string): Recipe | undefined {
  const bare = hash.replace(/^#/, '');
  if (bare === '' || !/^v\d*z?=/.test(bare)) return undefined;
  // One that is packed still is damaged (packed-link), as its bytes then say.
  const [, version, encoded] = /^v(\d*)z?=(.*)$/s.exec(bare) ?? [];
  let short: Record<string, unknown>;
  try {
    short = JSON.parse(decodeText(encoded ?? ''));
  } catch {
    throw problem(
      'link',
      t`Reading this link failed: its last part is cut off or changed. Ask for it again, and copy it whole; the default demo is shown instead.`,
    );
  }
  const value: Record<string, unknown> = { version: Number(version) };
  for (const [key, field] of Object.entries(short)) {
    if (key === 'g') value.digest = lengthen(field);
    else value[SHORT.find(([, short]) => short === key)?.[0] ?? key] = field;
  }
  return checkRecipe(value, t`this link`);
}

export function shorten(digest: Digest): ShortDigest {
  return [
    digest.backend,
    ...digest.figures.map(
      (f) => [f.id, f.hash, f.scale, ...f.samples] as [string, string, number, ...number[]],
    ),
  ];
}

/** Anything malformed is passed on as it is, so that the check can say so. */
export function lengthen(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [backend, ...figures] = value as ShortDigest;
  return {
    backend,
    figures: figures.map((f) => {
      if (!Array.isArray(f)) return f;
      const [id, hash, scale, ...samples] = f;
      return { id, hash, samples, scale };
    }),
  };
}
