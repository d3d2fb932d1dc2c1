import { describe, expect, it } from 'vitest';
import { FAKE_TASKS } from '../../lab/fake-training';
import type { TaskCard, TrainPoint, TrainReport } from '../../lab/types';
import type { KeptRun } from '../../state/kept-runs';
import type { Run, Shown } from '../../state/train';
import { DEFAULT_SETUP } from '../../state/train-setup';
import { interrupted } from './interrupted';
import {
  altOf,
  downloadNote,
  finding,
  howFar,
  keptWords,
  linesWords,
  linkVerdict,
  progressWords,
  repeatWords,
} from './sentences';

const [mlp, , decoder] = FAKE_TASKS as [TaskCard, TaskCard, TaskCard];
const shown = (card: TaskCard, patch: Partial<Shown> = {}): Shown => ({
  group: '',
  setup: { ...DEFAULT_SETUP, task: card.id },
  seeds: [1],
  card,
  ...patch,
});
const at = (step: number, metric?: number): TrainPoint => ({
  step,
  epoch: 0,
  loss: 0.5,
  rate: 0,
  ...(metric !== undefined && { metric }),
});
const run = (seed: number, ...points: TrainPoint[]): Run => ({ seed, points });
const report = (patch: Partial<TrainReport>) =>
  ({ backend: 'cpu', engine_version: '0.1.0', ...patch }) as TrainReport;

describe('the finding', () => {
  it('says how far the perceptron is and what it names', () => {
    expect(finding(shown(mlp), [run(1, at(468, 84), at(1404, 87.34), at(1500))])).toBe(
      'After 3 of 8 epochs the perceptron names 87.3 % of 10,000 unseen garments correctly (target 88 %).',
    );
  });

  it('judges a run that has gone the whole way, and only such a one', () => {
    const whole = (value: number) => finding(shown(mlp), [run(1, at(3744, value))]);
    expect(whole(88.4)).toMatch(/^After 8 epochs .* correctly: the target of 88 % is reached\.$/);
    expect(whole(87)).toMatch(/: the target of 88 % is missed\.$/);
    const short = shown(mlp, { setup: { ...DEFAULT_SETUP, n_steps: 60 } });
    expect(finding(short, [run(1, at(60, 60))])).toBe(
      'After 60 steps the perceptron names 60.0 % of 10,000 unseen garments correctly (target 88 %).',
    );
  });

  it('counts the passes over fewer data', () => {
    const first = shown(mlp, { setup: { ...DEFAULT_SETUP, n_train_files: 1 } });
    expect(finding(first, [run(1, at(468, 82))])).toMatch(/^After 5 of 40 epochs /);
  });

  it('of the decoder speaks of nats and steps, and less is better', () => {
    expect(finding(shown(decoder), [run(1, at(500, 1.72))])).toBe(
      'After 500 of 1,500 steps the decoder needs 1.72 nats for each character of Austen that it has not read (target 1.6 nats).',
    );
    expect(finding(shown(decoder), [run(1, at(1500, 1.58))])).toMatch(
      /: the target of 1\.6 nats is reached\.$/,
    );
  });

  it('of several runs gives their range, at the step that all have reached', () => {
    const runs = [run(1, at(468, 84), at(936, 86)), run(2, at(468, 84.6))];
    expect(finding(shown(mlp, { seeds: [1, 2] }), runs)).toBe(
      'After 1 of 8 epochs two perceptrons name 84.6 to 86.0 % of 10,000 unseen garments correctly (target 88 %).',
    );
    const ended = [run(1, at(3744, 87)), run(2, at(3744, 88.2))];
    expect(finding(shown(mlp), ended)).toMatch(/: 1 of 2 reach the target of 88 %\.$/);
  });

  it('before the first test speaks of the loss, and before the first step of nothing', () => {
    expect(finding(shown(mlp), [run(1, at(120))])).toBe(
      'After 120 of 3,744 steps the loss is 0.500; the first test comes at the end of an epoch.',
    );
    expect(finding(shown(mlp), [run(1)])).toBe('The perceptron has not taken a step yet.');
  });

  it('of a task that the page has no words for uses the engine’s', () => {
    const card = { ...mlp, id: 'new', data: 'new' };
    expect(finding(shown(card), [run(1, at(468, 84))])).toBe(
      'After 468 of 3,744 steps the network has a test accuracy of 84.0 % (target 88 %).',
    );
  });
});

describe('how far a run is', () => {
  it('is said in epochs only where whole ones have passed', () => {
    expect(howFar(469, 3744, 468)).toBe('1 of 8 epochs');
    expect(howFar(500, 3744, 468)).toBe('500 of 3,744 steps');
    expect(howFar(468, 468, 468)).toBe('1 epoch');
    expect(howFar(10, 60, 0)).toBe('10 of 60 steps');
  });

  it('is said with speed, loss and time left', () => {
    const going: Run = {
      ...run(1, at(1200)),
      progress: { step: 1204, n_steps: 3744, steps_per_sec: 82.4, seconds_left: 31 },
    };
    expect(progressWords([going], 3744)).toBe('Step 1,204 of 3,744, 82 steps/s, loss 0.500, about 31 s left');
    expect(
      progressWords([going, { ...run(2), progress: { step: 9, n_steps: 3744, steps_per_sec: 7 } }], 3744),
    ).toBe('Step 9 of 3,744, 89 steps/s, about 31 s left');
  });

  it('is said to who cannot see the curves', () => {
    expect(altOf(shown(mlp), [run(1, at(1, 80), at(3744, 88))], 'metric')).toBe(
      'Test accuracy in % by step, target 88 %, Garments by a perceptron: seed 1 goes from 80.0 at step 1 to 88.0 at step 3,744.',
    );
    expect(altOf(shown(mlp), [run(1)], 'loss')).toMatch(/seed 1 has no point yet/);
  });

  it('and what is drawn, by the distance of the points', () => {
    expect(linesWords([run(1, at(10), at(20))])).toMatch(/^Line: the loss of a batch every 10 steps/);
    expect(linesWords([run(1), run(2)])).toMatch(/^Lines: the loss of each batch.*one line a seed\.$/);
  });
});

describe('the bits of a run', () => {
  it('are compared with the last alike', () => {
    expect(repeatWords({ ...run(1), repeat: { kind: 'same' } })).toBe(
      'same bits as last time with this seed on this device',
    );
    expect(repeatWords({ ...run(1), repeat: { kind: 'differs', before: '0123456789' } })).toMatch(
      /other bits .*01234567…/,
    );
    expect(repeatWords({ ...run(1), began_on: 'a card', report: report({ device: 'CPU' }) })).toMatch(
      /begun on a card/,
    );
  });

  it('are compared with the link’s, with the likely reason where they differ', () => {
    const author = { digests: ['aa'], backend: 'gpu' as const, engine: '0.1.0' };
    const done = (matches_link: boolean, patch = {}): Run => ({
      ...run(1),
      matches_link,
      report: report(patch),
    });
    expect(linkVerdict(shown(mlp, { author }), [done(true)])).toEqual({
      kind: 'exact',
      words: 'The weights match what the link’s author got, to the bit.',
    });
    expect(linkVerdict(shown(mlp, { author }), [done(false)])?.words).toMatch(
      /on the GPU there and on the CPU here/,
    );
    const older = { ...author, backend: 'cpu' as const, engine: '0.0.9' };
    expect(linkVerdict(shown(mlp, { author: older }), [done(false)])?.words).toMatch(
      /0\.0\.9 there and by 0\.1\.0 here/,
    );
    expect(linkVerdict(shown(mlp, { author }), [done(true), done(false)])?.words).toMatch(
      /^The weights of 1 of 2 runs differ/,
    );
    expect(linkVerdict(shown(mlp), [done(true)])).toBeUndefined();
  });
});

describe('what is kept', () => {
  const kept = (seed: number, step: number) =>
    ({ title: mlp.title, seed, step, n_steps: 3744, at: new Date(2026, 11, 3, 14, 5).getTime() }) as KeptRun;

  it('is offered with task, seed, step and time', () => {
    expect(keptWords([kept(7, 1200)])).toBe(
      'A run of “Garments by a perceptron” with seed 7 stopped at step 1,200 of 3,744 on 3 December at 14:05.',
    );
    expect(keptWords([kept(8, 300), kept(7, 320)])).toMatch(
      /^2 runs of .* with seeds 7, 8 stopped at steps 300 to 320/,
    );
  });

  it('of a run that broke off is said with the error', () => {
    const broken: Run = { ...run(1, at(120)), kept_step: 100 };
    const lost = { kind: 'device', message: 'the graphics device was lost (Destroyed)', causes: [] };
    expect(interrupted(lost, [broken])).toEqual({
      kind: 'device',
      message:
        'The graphics device was lost after step 120. The last snapshot (step 100) is kept: resume from it when you like.',
      causes: ['the graphics device was lost (Destroyed)'],
    });
    expect(interrupted({ ...lost, kind: 'trap', message: '' }, [run(1, at(9))]).message).toMatch(
      /No snapshot had been taken/,
    );
    expect(interrupted({ ...lost, kind: 'cancelled' }, []).message).toBe('The run was cancelled.');
    const large = {
      kind: 'device',
      message: 'a tensor needs 8 bytes but this graphics device allows 4',
      causes: [],
    };
    expect(interrupted(large, [broken])).toBe(large);
  });
});

describe('the size of the data', () => {
  it('is said before anything is fetched', () => {
    expect(downloadNote(30_900_000)).toBe('It first downloads 30.9 MB of data from this site.');
    expect(downloadNote(0)).toMatch(/nothing is downloaded/);
    expect(downloadNote(undefined)).toMatch(/does not say/);
  });
});
