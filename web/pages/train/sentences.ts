// Sentences that the training page says about its runs.

import { count } from '../../fetch/sentences';
import { formatSeconds, formatValue } from '../../figures/numbers';
import type { Metric, TaskCard, TrainPoint } from '../../lab/types';
import type { KeptRun } from '../../state/kept-runs';
import { type Run, type Shown, stepNow } from '../../state/train';
import { dataWords, networkName } from './words';

export const whole = (n: number) => Math.round(n).toLocaleString('en');

/** A measured value with its unit: `87.3 %`, `1.72 nats`. */
export function inUnit(value: number, { unit }: Metric): string {
  if (unit === '%') return `${value.toFixed(1)} %`;
  return `${formatValue(value)} ${unit.replace(/ per .*/, '')}`;
}

/** A target has no more digits than it was set with. */
export const targetWords = ({ target, unit }: Metric) =>
  `${target.toLocaleString('en')}${unit === '%' ? ' %' : ` ${unit.replace(/ per .*/, '')}`}`;

/** Steps in which the first parts of the data are seen once; 0 where nothing is seen epoch by epoch. */
export function stepsPerEpoch(card: TaskCard, nParts?: number): number {
  if (!dataWords(card)?.has_epochs) return 0;
  const share = (nParts ?? card.train_files.length) / Math.max(card.train_files.length, 1);
  return card.steps_per_epoch * share;
}

/** Steps that a run takes. */
export function stepsOf({ card, setup }: Pick<Shown, 'card' | 'setup'>, runs: readonly Run[] = []): number {
  const told = runs.map((run) => run.report?.n_steps ?? run.progress?.n_steps).find((n) => n !== undefined);
  return told ?? Math.min(setup.n_steps ?? card.n_steps, card.n_steps);
}

/** `3 of 8 epochs` where whole epochs have passed, else `1,204 of 3,744 steps`. */
export function howFar(step: number, nSteps: number, perEpoch: number): string {
  const isEnd = step >= nSteps;
  const [epochs, all] = [step / perEpoch, nSteps / perEpoch];
  const isWhole = (n: number) =>
    Math.round(n) >= 1 && Math.abs(n - Math.round(n)) * perEpoch <= Math.round(n) + 1;
  if (perEpoch > 1 && isWhole(epochs) && isWhole(all)) {
    const n = Math.round(all);
    return isEnd ? `${n} ${n === 1 ? 'epoch' : 'epochs'}` : `${Math.round(epochs)} of ${n} epochs`;
  }
  return isEnd ? `${whole(nSteps)} steps` : `${whole(step)} of ${whole(nSteps)} steps`;
}

/** The last point at which a run was tested. */
export function lastTest(points: readonly TrainPoint[]): (TrainPoint & { metric: number }) | undefined {
  const tested = points.findLast(({ metric }) => metric !== undefined);
  return tested as (TrainPoint & { metric: number }) | undefined;
}

/** What the figure shows, in a sentence. */
export function finding(shown: Shown, runs: readonly Run[]): string {
  const { card, setup } = shown;
  const nSteps = stepsOf(shown, runs);
  const perEpoch = stepsPerEpoch(card, setup.n_train_files);
  const tests = runs.map((run) => lastTest(run.points));
  const isPlural = runs.length > 1;
  const who = isPlural
    ? `${['', '', 'two', 'three', 'four'][runs.length]} ${networkName(card.id, true)}`
    : `the ${networkName(card.id)}`;
  if (tests.some((test) => test === undefined)) return untested(shown, runs, who, nSteps, perEpoch);
  const reached = Math.min(...tests.map((test) => test!.step));
  const values = tests.map((test) => test!.metric);
  const after = `After ${howFar(reached, nSteps, perEpoch)} ${who} ${measured(card, values)}`;
  return `${after}${judged(card.metric, values, reached >= card.n_steps)}`;
}

function untested(shown: Shown, runs: readonly Run[], who: string, nSteps: number, perEpoch: number): string {
  const last = runs.map((run) => run.points.at(-1)).filter((point) => point !== undefined);
  if (last.length === 0) return `${capital(who)} ${runs.length > 1 ? 'have' : 'has'} not taken a step yet.`;
  const loss = last.reduce((sum, point) => sum + point.loss, 0) / last.length;
  const step = Math.min(...last.map((point) => point.step));
  const test =
    perEpoch > 1 && shown.card.metric.unit === '%'
      ? 'the first test comes at the end of an epoch'
      : 'it has not been tested on unseen data yet';
  return `After ${whole(step)} of ${whole(nSteps)} steps the loss is ${formatValue(loss)}; ${test}.`;
}

function measured(card: TaskCard, values: readonly number[]): string {
  const { metric } = card;
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => inUnit(value, metric));
  const value = low === high ? low! : `${low!.replace(/ (%|nats)$/, '')} to ${high}`;
  const isPlural = values.length > 1;
  return (
    dataWords(card)?.says(value, isPlural) ?? `${isPlural ? 'have' : 'has'} a ${metric.name} of ${value}`
  );
}

/** A run is judged when it has gone the task's whole length. */
function judged(metric: Metric, values: readonly number[], isWhole: boolean): string {
  const target = targetWords(metric);
  if (!isWhole) return ` (target ${target}).`;
  const reach = (value: number) =>
    metric.is_higher_better ? value >= metric.target : value <= metric.target;
  const n = values.filter(reach).length;
  if (n === values.length) return `: the target of ${target} is reached.`;
  if (n === 0) return `: the target of ${target} is missed.`;
  return `: ${n} of ${values.length} reach the target of ${target}.`;
}

/** The curves for who cannot see them. */
export function altOf(shown: Shown, runs: readonly Run[], panel: 'loss' | 'metric'): string {
  const { metric, title } = shown.card;
  const words = runs.map((run) => {
    const points = panel === 'loss' ? run.points : run.points.filter((point) => point.metric !== undefined);
    const [first, last] = [points.at(0), points.at(-1)];
    if (!first || !last) return `seed ${run.seed} has no point yet`;
    const value = (point: TrainPoint) =>
      formatValue(panel === 'loss' ? point.loss : (point.metric ?? Number.NaN));
    return `seed ${run.seed} goes from ${value(first)} at step ${whole(first.step)} to ${value(last)} at step ${whole(last.step)}`;
  });
  const what =
    panel === 'loss'
      ? 'Training loss by step'
      : `${capital(metric.name)} in ${metric.unit} by step, target ${targetWords(metric)}`;
  return `${what}, ${title}: ${words.join('; ')}.`;
}

/** What is drawn of the loss. */
export function linesWords(runs: readonly Run[]): string {
  const [first, second] = runs[0]?.points ?? [];
  const every = first && second ? second.step - first.step : 1;
  const what = every === 1 ? 'the loss of each batch' : `the loss of a batch every ${whole(every)} steps`;
  return runs.length === 1
    ? `Line: ${what}, averaged where they lie close; band: from least to most.`
    : `Lines: ${what}, averaged where they lie close; one line a seed.`;
}

/** How far the runs are, in a line. */
export function progressWords(runs: readonly Run[], nSteps: number): string {
  const busy = runs.filter((run) => !run.report);
  const some = busy.length > 0 ? busy : runs;
  const step = Math.min(...some.map(stepNow));
  const rate = some.reduce((sum, run) => sum + (run.progress?.steps_per_sec ?? 0), 0);
  const left = Math.max(...some.map((run) => run.progress?.seconds_left ?? 0));
  const loss = some.length === 1 ? some[0]!.points.at(-1)?.loss : undefined;
  return [
    `Step ${whole(step)} of ${whole(nSteps)}`,
    ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : whole(rate)} steps/s`] : []),
    ...(loss !== undefined ? [`loss ${formatValue(loss)}`] : []),
    ...(left > 0 ? [`about ${formatSeconds(left)} left`] : []),
  ].join(', ');
}

/** What a run would fetch before its first step. */
export function downloadNote(bytes: number | undefined): string {
  if (bytes === undefined) return 'It first downloads its data, of a size that the list does not say.';
  if (bytes === 0) return 'Its data are here: nothing is downloaded.';
  return `It first downloads ${count(bytes)} of data from this site.`;
}

/** Whether a run repeated the last one alike. */
export function repeatWords({ repeat, report, began_on }: Run): string {
  if (began_on !== undefined && began_on !== report?.device)
    return `begun on ${began_on}, so not to be compared`;
  if (!repeat) return '';
  if (repeat.kind === 'first') return 'first run here with this seed on this device';
  if (repeat.kind === 'same') return 'same bits as last time with this seed on this device';
  return `other bits than last time with this seed on this device (${repeat.before.slice(0, 8)}…)`;
}

/** How the runs compare with what the link says; `undefined` when there is nothing to compare. */
export function linkVerdict(
  { author }: Shown,
  runs: readonly Run[],
): { kind: 'exact' | 'differs'; words: string } | undefined {
  const compared = runs.filter((run) => run.matches_link !== undefined);
  const report = compared[0]?.report;
  if (!author || !report) return undefined;
  const n = compared.filter((run) => run.matches_link).length;
  const theirs = 'what the link’s author got';
  if (n === compared.length)
    return {
      kind: 'exact',
      words:
        n === 1
          ? `The weights match ${theirs}, to the bit.`
          : `The weights of all ${n} runs match ${theirs}, to the bit.`,
    };
  const which =
    compared.length === 1
      ? 'The weights differ'
      : `The weights of ${compared.length - n} of ${compared.length} runs differ`;
  const why =
    author.backend !== undefined && author.backend !== report.backend
      ? ` It was trained on the ${author.backend.toUpperCase()} there and on the ${report.backend.toUpperCase()} here, which round differently.`
      : author.engine !== '' && author.engine !== report.engine_version
        ? ` It was trained by Inscape ${author.engine} there and by ${report.engine_version} here.`
        : report.backend === 'gpu'
          ? ' Graphics devices need not agree to the bit; the CPU does.'
          : '';
  return { kind: 'differs', words: `${which} from ${theirs}.${why}` };
}

/** Runs that were left before their end. */
export function keptWords(kept: readonly KeptRun[]): string {
  const [first] = kept as [KeptRun];
  const seeds = kept.map((run) => run.seed).sort((a, b) => a - b);
  const steps = kept.map((run) => run.step);
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  const step = least === most ? `step ${whole(least)}` : `steps ${whole(least)} to ${whole(most)}`;
  const what =
    kept.length === 1
      ? `A run of “${first.title}” with seed ${seeds[0]}`
      : `${kept.length} runs of “${first.title}” with seeds ${seeds.join(', ')}`;
  const at = new Date(Math.max(...kept.map((run) => run.at)));
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `${what} stopped at ${step} of ${whole(first.n_steps)} on ${day} at ${time}.`;
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);
