// Closer looks from a link or file: told from nonsense before they reach the page's forms.

import type { View } from '../lab/types';

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isOneOf =
  (...words: string[]): Check =>
  (value) =>
    isText(value) && words.includes(value as string);

/** Settings that come in kinds, each with fields of its own. */
const isOneKind =
  (kinds: Record<string, Record<string, Check>>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const { kind, ...fields } = value as Fields;
    return isText(kind) && Object.hasOwn(kinds, kind as string) && hasExactly(fields, kinds[kind as string]!);
  };

/** The settings of each kind of view. Ranges are the engine's business, which says them in a sentence. */
const SETTINGS: { [K in View['kind']]: Record<Exclude<keyof Extract<View, { kind: K }>, 'kind'>, Check> } = {
  next_tokens: { prompt: isText, n: isCount },
  patching: {
    clean: isText,
    corrupt: isText,
    answer: isText,
    wrong: isText,
    site: isOneOf('resid_pre', 'attn_out', 'mlp_out', 'z'),
    layers: isListOf(isCount),
  },
  ablation: {
    what: isOneKind({
      heads: {},
      layers: {},
      neurons: { n: isCount },
      listed_neurons: { layer: isCount, units: isListOf(isCount) },
    }),
    change: isOneOf('zero', 'mean'),
    measure: isOneKind({
      answer: { prompt: isText, answer: isText },
      text: { text: isCount },
      repeated_random: { n_tokens: isCount, seed: isCount },
    }),
    layers: isListOf(isCount),
  },
  numbers: { sites: isListOf(isText) },
};

export function areViews(value: unknown): value is View[] {
  return Array.isArray(value) && value.every(isView);
}

function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, ...settings } = value as Fields;
  if (typeof kind !== 'string' || !Object.hasOwn(SETTINGS, kind)) return false;
  return hasExactly(settings, SETTINGS[kind as View['kind']] as Record<string, Check>);
}

/** Whether every field is there, none is unknown, and each passes its check. */
function hasExactly(fields: Fields, checks: Record<string, Check>): boolean {
  const names = new Set([...Object.keys(fields), ...Object.keys(checks)]);
  return [...names].every((name) => checks[name]?.(fields[name]) ?? false);
}
