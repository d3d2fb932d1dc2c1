// Exercises: what was answered, kept in this browser, and whether it is right. Nothing leaves the machine.

import { signal } from '@preact/signals';
import type { Condition, Exercise, ExperimentCard, ExperimentReport, Values } from '../lab/experiment-types';
import { areSame } from './experiment-params';
import { remember, remembered } from './remember';

/** An answer that was given. */
export interface Answer {
  /** Place of an option, a number, or nothing where a setting is found by running. */
  value?: number;
  /** A prediction that the visitor did not want to make. */
  isSkipped?: boolean;
  /** How often it was answered. */
  n_tries: number;
  /** When it was answered last, milliseconds since 1970. */
  at: number;
  /** What it came to, once that was known; kept, so that a later run does not take it back. */
  is_right?: boolean;
}

/** Answers by the exercise's id. */
export type Answers = Readonly<Record<string, Answer>>;

const keyOf = (slug: string) => `inscape.exercises/${slug}`;

/** The answers of the experiment in view. */
export const answers = signal<Answers>({});

/** Takes up the answers that were given to an experiment's exercises in this browser. */
export function takeUpAnswers(slug: string) {
  answers.value = readAnswers(slug);
}

export function readAnswers(slug: string): Answers {
  try {
    const kept: unknown = JSON.parse(remembered(keyOf(slug)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Answers) : {};
  } catch {
    return {};
  }
}

/** Notes an answer. */
export function putAnswer(slug: string, id: string, answer: Answer) {
  answers.value = { ...answers.value, [id]: answer };
  remember(keyOf(slug), JSON.stringify(answers.value));
}

/** Forgets every answer to an experiment. */
export function forgetAnswers(slug: string) {
  answers.value = {};
  remember(keyOf(slug), undefined);
}

/** Predictions that have to be made before the experiment runs with these settings, because the run decides them. */
export const openPredictions = (
  { exercises }: Pick<ExperimentCard, 'exercises'>,
  given: Answers,
  params: Values,
): Exercise[] =>
  exercises.filter(
    ({ id, kind }) => kind.kind === 'prediction' && given[id] === undefined && areSame(kind.params, params),
  );

/** Whether an answer is right; `undefined` while no run has decided it. */
export function judge(
  { kind }: Exercise,
  value: number | undefined,
  report: ExperimentReport | undefined,
): boolean | undefined {
  switch (kind.kind) {
    case 'choice':
      return value === kind.answer;
    case 'number':
      return value !== undefined && Math.abs(value - kind.answer) <= kind.tolerance;
    case 'prediction': {
      const option = value === undefined ? undefined : kind.options[value];
      if (!option || !report || !areSame(report.recipe.params, kind.params)) return undefined;
      return holds(option.condition, report);
    }
    case 'setting': {
      if (!report) return undefined;
      const held = kind.conditions.map((condition) => holds(condition, report));
      return held.includes(undefined) ? undefined : held.every(Boolean);
    }
  }
}

/** What a report reads of a condition; `undefined` where it has no such number. */
export const readingOf = ({ reading }: Condition, report: ExperimentReport) =>
  report.readings.find(({ name }) => name === reading);

function holds(condition: Condition, report: ExperimentReport): boolean | undefined {
  const value = readingOf(condition, report)?.value;
  if (value === undefined) return undefined;
  return value >= (condition.at_least ?? -Infinity) && value <= (condition.at_most ?? Infinity);
}

/** Notes what a finished run decides: predictions that were open, and settings that are found. */
export function judgeByRun(card: ExperimentCard, report: ExperimentReport, now = Date.now()) {
  for (const exercise of card.exercises) {
    const given = answers.value[exercise.id];
    const { kind } = exercise.kind;
    if (kind === 'prediction' && given && given.is_right === undefined) {
      const isRight = judge(exercise, given.value, report);
      if (isRight !== undefined) putAnswer(card.slug, exercise.id, { ...given, is_right: isRight });
    }
    if (kind === 'setting' && given?.is_right !== true) {
      const isRight = judge(exercise, undefined, report);
      if (isRight !== undefined)
        putAnswer(card.slug, exercise.id, { n_tries: (given?.n_tries ?? 0) + 1, at: now, is_right: isRight });
    }
  }
}
