// The knobs of an experiment as its card describes them: what they are at first, and what a text says of one.

import type { ExperimentCard, Param, Value, Values } from '../lab/experiment-types';
import { t } from '../words/words';
import { problem } from './problem';

export const defaultOf = ({ kind }: Param): Value => kind.default;

/** What a knob is set to, given what differs from the defaults. */
export const settingOf = (param: Param, params: Values): Value => params[param.name] ?? defaultOf(param);

/** The same settings with one of them changed; what is as at first is left out. */
export function withValue(param: Param, params: Values, value: Value): Values {
  const { [param.name]: _, ...others } = params;
  return value === defaultOf(param) ? others : { ...others, [param.name]: value };
}

/** Whether two settings are the same run but for seed and device. */
export function areSame(a: Values, b: Values): boolean {
  const names = Object.keys({ ...a, ...b });
  return names.every((name) => a[name] === b[name]);
}

/** The knobs whose settings are not the same, in the card's order. */
export const changedParams = (card: ExperimentCard, a: Values, b: Values): Param[] =>
  card.params.filter((param) => settingOf(param, a) !== settingOf(param, b));

/** What a link or a command says of a knob. Throws an `ErrorReport` that says what was expected. */
export function readValue(param: Param, text: string): Value {
  const { kind, name } = param;
  if (kind.kind === 'flag') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw bad(name, text, t`true or false`);
  }
  if (kind.kind === 'choice') {
    if (kind.options.some((option) => option.name === text)) return text;
    throw bad(name, text, kind.options.map((option) => option.name).join(` ${t`or`} `));
  }
  const value = Number(text);
  const isNumber = text.trim() !== '' && Number.isFinite(value);
  const isKind = kind.kind === 'number' || Number.isInteger(value);
  if (isNumber && isKind && value >= kind.min && value <= kind.max) return value;
  throw bad(
    name,
    text,
    kind.kind === 'integer'
      ? t`a whole number from ${kind.min} to ${kind.max}`
      : t`a number from ${kind.min} to ${kind.max}`,
  );
}

/** Settings that came as data or from a link, checked against the card. Throws an `ErrorReport`. */
export function checkParams(card: ExperimentCard, given: Record<string, unknown>): Values {
  let params: Values = {};
  for (const [name, value] of Object.entries(given)) {
    const param = card.params.find((one) => one.name === name);
    if (!param) {
      const known = card.params.map((one) => one.name).join(', ');
      throw problem('recipe', t`“${name}” is no setting of ${card.slug}; it has ${known || t`none`}.`);
    }
    params = withValue(param, params, readValue(param, String(value)));
  }
  return params;
}

function bad(name: string, found: string, expected: string) {
  return problem('link', t`${name} = ${JSON.stringify(found)} was given, but expected was ${expected}.`);
}
