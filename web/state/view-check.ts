// Closer looks from a link or file: told from nonsense before they reach the page's forms.

import type { View } from '../lab/types';

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;

const areTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const areCounts: Check = (value) => Array.isArray(value) && value.every(isCount);
const isWord =
  (...words: string[]): Check =>
  (value) =>
    words.includes(value as string);

const CHOICES: Record<string, Record<string, Check>> = {
  greedy: {},
  sampled: {
    temperature: isNumber,
    top_k: (value) => value === undefined || isCount(value),
    top_p: isNumber,
    seed: isCount,
  },
  beams: { n_beams: isCount },
};
const SCORED_ON: Record<string, Record<string, Check>> = {
  repeated_random: { n_tokens: isCount, n_sequences: isCount, seed: isCount },
  texts: {},
};

const ABLATED: Record<string, Record<string, Check>> = {
  heads: {},
  layers: {},
  neurons: { n: isCount },
  listed_neurons: { layer: isCount, units: areCounts },
};
const MEASURED: Record<string, Record<string, Check>> = {
  answer: { prompt: isText, answer: isText },
  text: { text: isCount },
  repeated_random: { n_tokens: isCount, seed: isCount },
};

/** The settings of each kind of view. Ranges are the engine's business, which says them in a sentence. */
const SETTINGS: { [K in View['kind']]: Record<Exclude<keyof Extract<View, { kind: K }>, 'kind'>, Check> } = {
  next_tokens: { prompt: isText, n: isCount },
  writing: { prompt: isText, n_new: isCount, choice: (value) => isOneOf(CHOICES, value) },
  patterns: { text: isCount, max_tokens: isCount },
  head_scores: { score: isText, on: (value) => isOneOf(SCORED_ON, value) },
  patching: {
    clean: isText,
    corrupt: isText,
    answer: isText,
    wrong: isText,
    site: isWord('resid_pre', 'attn_out', 'mlp_out', 'z'),
    layers: areCounts,
  },
  ablation: {
    what: (value) => isOneOf(ABLATED, value),
    change: isWord('zero', 'mean'),
    measure: (value) => isOneOf(MEASURED, value),
    layers: areCounts,
  },
  numbers: { sites: areTexts },
};

export function areViews(value: unknown): value is View[] {
  return Array.isArray(value) && value.every((view) => isOneOf(SETTINGS, view));
}

/** Whether `value` is of a kind that `kinds` names, with the fields of that kind and no others. */
function isOneOf(kinds: Record<string, Record<string, Check>>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, ...fields } = value as Fields;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return false;
  const checks = kinds[kind]!;
  const names = new Set([...Object.keys(fields), ...Object.keys(checks)]);
  return [...names].every((name) => Object.hasOwn(checks, name) && checks[name]!(fields[name]));
}
