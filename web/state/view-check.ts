// Closer looks from a link or file: told from nonsense before they reach the page's forms.

import type { View } from '../lab/types';

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;

/** The settings of each kind of view. Ranges are the engine's business, which says them in a sentence. */
const SETTINGS: { [K in View['kind']]: Record<Exclude<keyof Extract<View, { kind: K }>, 'kind'>, Check> } = {
  next_tokens: { prompt: isText, n: isCount },
};

export function areViews(value: unknown): value is View[] {
  return Array.isArray(value) && value.every(isView);
}

function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, ...settings } = value as Fields;
  if (typeof kind !== 'string' || !Object.hasOwn(SETTINGS, kind)) return false;
  const checks = SETTINGS[kind as View['kind']] as Record<string, Check>;
  const names = new Set([...Object.keys(settings), ...Object.keys(checks)]);
  return [...names].every((name) => checks[name]?.(settings[name]) ?? false);
}
