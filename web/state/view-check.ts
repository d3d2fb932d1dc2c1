// Closer looks from a link or file: told from nonsense before they reach the page's forms.

import type { View } from '../lab/types';

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;

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

/** The settings of each kind of view. Ranges are the engine's business, which says them in a sentence. */
const SETTINGS: { [K in View['kind']]: Record<Exclude<keyof Extract<View, { kind: K }>, 'kind'>, Check> } = {
  next_tokens: { prompt: isText, n: isCount },
  writing: { prompt: isText, n_new: isCount, choice: (value) => isOneOf(CHOICES, value) },
  patterns: { text: isCount, max_tokens: isCount },
  head_scores: { score: isText, on: (value) => isOneOf(SCORED_ON, value) },
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
