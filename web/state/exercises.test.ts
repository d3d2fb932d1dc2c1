import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Exercise } from '../lab/experiment-types';
import { FAKE_CARD } from '../lab/fake-cards';
import { fakeReport } from '../lab/fake-experiments';
import { handIn } from '../pages/experiment/files';
import {
  answers,
  forgetAnswers,
  judge,
  judgeByRun,
  openPredictions,
  putAnswer,
  takeUpAnswers,
} from './exercises';
import { defaultRecipeOf } from './experiment-link';

const exercise = (id: string): Exercise => FAKE_CARD.exercises.find((one) => one.id === id)!;
const reportOf = (params = {}) => fakeReport({ ...defaultRecipeOf(FAKE_CARD), params });
const AT = Date.UTC(2026, 4, 3);

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  takeUpAnswers(FAKE_CARD.slug);
});
afterEach(() => vi.unstubAllGlobals());

describe('an answer', () => {
  it('to a choice or a number is judged at once', () => {
    expect(judge(exercise('control'), 1, undefined)).toBe(true);
    expect(judge(exercise('control'), 0, undefined)).toBe(false);
    expect(judge(exercise('corners'), 8, undefined)).toBe(true);
    expect(judge(exercise('corners'), 8.01, undefined)).toBe(false);
  });

  it('to a number is right within its tolerance, both ends included', () => {
    const kind = { kind: 'number', answer: 2, tolerance: 0.5, unit: '' } as const;
    const within = (value: number) => judge({ ...exercise('corners'), kind }, value, undefined);
    expect([1.5, 2.5, 1.499, 2.501].map(within)).toEqual([true, true, false, false]);
  });

  it('that predicts waits for a run with the settings of the question', () => {
    expect(judge(exercise('guess'), 1, undefined)).toBeUndefined();
    expect(judge(exercise('guess'), 1, reportOf({ n_hidden: 128 }))).toBeUndefined();
    expect(judge(exercise('guess'), 1, reportOf())).toBe(true);
    expect(judge(exercise('guess'), 0, reportOf())).toBe(false);
  });

  it('that is a setting is found by the run, and stays found', () => {
    judgeByRun(FAKE_CARD, reportOf());
    expect(answers.value.narrow).toMatchObject({ is_right: false, n_tries: 1 });
    judgeByRun(FAKE_CARD, reportOf({ n_hidden: 8 }));
    expect(answers.value.narrow).toMatchObject({ is_right: true, n_tries: 2 });
    judgeByRun(FAKE_CARD, reportOf());
    expect(answers.value.narrow).toMatchObject({ is_right: true, n_tries: 2 });
  });

  it('is kept in this browser until it is forgotten', () => {
    putAnswer(FAKE_CARD.slug, 'control', { value: 1, n_tries: 1, at: AT, is_right: true });
    answers.value = {};
    takeUpAnswers(FAKE_CARD.slug);
    expect(answers.value.control?.is_right).toBe(true);
    takeUpAnswers('another');
    expect(answers.value).toEqual({});
    takeUpAnswers(FAKE_CARD.slug);
    forgetAnswers(FAKE_CARD.slug);
    takeUpAnswers(FAKE_CARD.slug);
    expect(answers.value).toEqual({});
  });
});

describe('a prediction', () => {
  it('locks the run until it is made or skipped, and the run decides it once', () => {
    expect(openPredictions(FAKE_CARD, answers.value, {}).map(({ id }) => id)).toEqual(['guess']);
    // A run with other settings does not decide it.
    expect(openPredictions(FAKE_CARD, answers.value, { n_hidden: 8 })).toEqual([]);
    putAnswer(FAKE_CARD.slug, 'guess', { value: 0, n_tries: 1, at: AT });
    expect(openPredictions(FAKE_CARD, answers.value, {})).toEqual([]);
    judgeByRun(FAKE_CARD, reportOf());
    expect(answers.value.guess?.is_right).toBe(false);
  });
});

describe('what is handed in', () => {
  it('has every answer with its time, and the last run with its digest', () => {
    putAnswer(FAKE_CARD.slug, 'guess', { isSkipped: true, n_tries: 0, at: AT });
    putAnswer(FAKE_CARD.slug, 'control', { value: 1, n_tries: 2, at: AT, is_right: true });
    const report = reportOf();
    const shown = { report, asked: defaultRecipeOf(FAKE_CARD), at: AT };
    const file = handIn(FAKE_CARD, answers.value, shown, { name: 'Ada', openedAt: AT, now: AT + 1000 });
    expect(file).toMatchObject({
      kind: 'inscape-hand-in',
      experiment: 'fake-geometry',
      name: 'Ada',
      opened: '2026-05-03T00:00:00.000Z',
      made: '2026-05-03T00:00:01.000Z',
      run: { recipe: { digest: report.recipe.digest }, verdicts: ['gap: holds', 'loss: open'] },
    });
    expect(file.answers.map(({ id, answer, is_right }) => [id, answer, is_right])).toEqual([
      ['guess', 'skipped', null],
      ['corners', '', null],
      ['control', 'the targets', true],
      ['narrow', '', null],
    ]);
    expect(JSON.stringify(file).length).toBeLessThan(4000);
  });
});
