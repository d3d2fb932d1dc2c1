// Sentences that the training page says about its runs.

import { count } from '../../fetch/sentences';
import { formatSeconds, formatValue } from '../../figures/numbers';
import type { Metric, TaskCard, TrainPoint } from '../../lab/types';
import type { KeptRun } from '../../state/kept-runs';
import { type Run, type Shown, stepNow } from '../../state/train';
import { fromEngine } from '../../words/engine';
import { day, decimals, grouped, time } from '../../words/numbers';
import { t } from '../../words/words';
import { dataWords, networkName } from './words';

export const whole = (n: number) => grouped(Math.round(n));

/** A measured value with its unit: `87.3 %`, `1.72 nats`. */
export function inUnit(value: number, { unit }: Metric): string {
  if (unit === '%') return `${decimals(value, 1)} %`;
  return `${formatValue(value)} ${unit.replace(/ per .*/, '')}`;
}

/** A target has no more digits than it was set with. */
export const targetWords = ({ target, unit }: Metric) =>
  `${grouped(target)}${unit === '%' ? ' %' : ` ${unit.replace(/ per .*/, '')}`}`;

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
    if (!isEnd) return t`${Math.round(epochs)} of ${n} epochs`;
    return n === 1 ? t`${n} epoch` : t`${n} epochs`;
  }
  return isEnd ? t`${whole(nSteps)} steps` : t`${whole(step)} of ${whole(nSteps)} steps`;
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
  const who = networkName(card.id, runs.length);
  if (tests.some((test) => test === undefined)) return untested(shown, runs, who, nSteps, perEpoch);
  const reached = Math.min(...tests.map((test) => test!.step));
  const values = tests.map((test) => test!.metric);
  const after = t`After ${howFar(reached, nSteps, perEpoch)} ${who} ${measured(card, values)}`;
  return judged(after, card.metric, values, reached >= card.n_steps);
}

function untested(shown: Shown, runs: readonly Run[], who: string, nSteps: number, perEpoch: number): string {
  const last = runs.map((run) => run.points.at(-1)).filter((point) => point !== undefined);
  if (last.length === 0)
    return runs.length > 1
      ? t`${capital(who)} have not taken a step yet.`
      : t`${capital(who)} has not taken a step yet.`;
  const loss = last.reduce((sum, point) => sum + point.loss, 0) / last.length;
  const step = Math.min(...last.map((point) => point.step));
  return perEpoch > 1 && shown.card.metric.unit === '%'
    ? t`After ${whole(step)} of ${whole(nSteps)} steps the loss is ${formatValue(loss)}; the first test comes at the end of an epoch.`
    : t`After ${whole(step)} of ${whole(nSteps)} steps the loss is ${formatValue(loss)}; it has not been tested on unseen data yet.`;
}

function measured(card: TaskCard, values: readonly number[]): string {
  const { metric } = card;
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => inUnit(value, metric));
  const value = low === high ? low! : t`${low!.replace(/ (%|nats)$/, '')} to ${high!}`;
  const isPlural = values.length > 1;
  const said = dataWords(card)?.says(value, isPlural);
  const name = fromEngine(metric.name);
  return said ?? (isPlural ? t`have a ${name} of ${value}` : t`has a ${name} of ${value}`);
}

/** What was measured, with a word on the target; it is judged when a run has gone the task's whole length. */
function judged(measured: string, metric: Metric, values: readonly number[], isWhole: boolean): string {
  const target = targetWords(metric);
  if (!isWhole) return t`${measured} (target ${target}).`;
  const reach = (value: number) =>
    metric.is_higher_better ? value >= metric.target : value <= metric.target;
  const n = values.filter(reach).length;
  if (n === values.length) return t`${measured}: the target of ${target} is reached.`;
  if (n === 0) return t`${measured}: the target of ${target} is missed.`;
  return t`${measured}: ${n} of ${values.length} reach the target of ${target}.`;
}

/** The curves for who cannot see them. */
export function altOf(shown: Shown, runs: readonly Run[], panel: 'loss' | 'metric'): string {
  const { metric, title } = shown.card;
  const words = runs.map((run) => {
    const points = panel === 'loss' ? run.points : run.points.filter((point) => point.metric !== undefined);
    const [first, last] = [points.at(0), points.at(-1)];
    if (!first || !last) return t`seed ${run.seed} has no point yet`;
    const value = (point: TrainPoint) =>
      formatValue(panel === 'loss' ? point.loss : (point.metric ?? Number.NaN));
    return t`seed ${run.seed} goes from ${value(first)} at step ${whole(first.step)} to ${value(last)} at step ${whole(last.step)}`;
  });
  const what =
    panel === 'loss'
      ? t`Training loss by step`
      : t`${capital(fromEngine(metric.name))} in ${metric.unit} by step, target ${targetWords(metric)}`;
  return `${what}, ${title}: ${words.join('; ')}.`;
}

/** What is drawn of the loss. */
export function linesWords(runs: readonly Run[]): string {
  const [first, second] = runs[0]?.points ?? [];
  const every = first && second ? second.step - first.step : 1;
  if (runs.length === 1)
    return every === 1
      ? t`Line: the loss of each batch, averaged where they lie close; band: from least to most.`
      : t`Line: the loss of a batch every ${whole(every)} steps, averaged where they lie close; band: from least to most.`;
  return every === 1
    ? t`Lines: the loss of each batch, averaged where they lie close; one line a seed.`
    : t`Lines: the loss of a batch every ${whole(every)} steps, averaged where they lie close; one line a seed.`;
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
    t`Step ${whole(step)} of ${whole(nSteps)}`,
    ...(rate > 0 ? [t`${rate < 10 ? decimals(rate, 1) : whole(rate)} steps/s`] : []),
    ...(loss !== undefined ? [t`loss ${formatValue(loss)}`] : []),
    ...(left > 0 ? [t`about ${formatSeconds(left)} left`] : []),
  ].join(', ');
}

/** What a run would fetch before its first step. */
export function downloadNote(bytes: number | undefined): string {
  if (bytes === undefined) return t`It first downloads its data, of a size that the list does not say.`;
  if (bytes === 0) return t`Its data are here: nothing is downloaded.`;
  return t`It first downloads ${count(bytes)} of data from this site.`;
}

/** Whether a run repeated the last one alike. */
export function repeatWords({ repeat, report, began_on }: Run): string {
  if (began_on !== undefined && began_on !== report?.device)
    return t`begun on ${began_on}, so not to be compared`;
  if (!repeat) return '';
  if (repeat.kind === 'first') return t`first run here with this seed on this device`;
  if (repeat.kind === 'same') return t`same bits as last time with this seed on this device`;
  return t`other bits than last time with this seed on this device (${repeat.before.slice(0, 8)}…)`;
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
  if (n === compared.length)
    return {
      kind: 'exact',
      words:
        n === 1
          ? t`The weights match what the link’s author got, to the bit.`
          : t`The weights of all ${n} runs match what the link’s author got, to the bit.`,
    };
  const which =
    compared.length === 1
      ? t`The weights differ from what the link’s author got.`
      : t`The weights of ${compared.length - n} of ${compared.length} runs differ from what the link’s author got.`;
  const why =
    author.backend !== undefined && author.backend !== report.backend
      ? t`It was trained on the ${author.backend.toUpperCase()} there and on the ${report.backend.toUpperCase()} here, which round differently.`
      : author.engine !== '' && author.engine !== report.engine_version
        ? t`It was trained by Inscape ${author.engine} there and by ${report.engine_version} here.`
        : report.backend === 'gpu'
          ? t`Graphics devices need not agree to the bit; the CPU does.`
          : '';
  return { kind: 'differs', words: `${which} ${why}`.trim() };
}

/** Runs that were left before their end. */
export function keptWords(kept: readonly KeptRun[]): string {
  const [first] = kept as [KeptRun];
  const seeds = kept.map((run) => run.seed).sort((a, b) => a - b);
  const steps = kept.map((run) => run.step);
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  const step = least === most ? t`step ${whole(least)}` : t`steps ${whole(least)} to ${whole(most)}`;
  const what =
    kept.length === 1
      ? t`A run of “${first.title}” with seed ${seeds[0]!}`
      : t`${kept.length} runs of “${first.title}” with seeds ${seeds.join(', ')}`;
  const at = new Date(Math.max(...kept.map((run) => run.at)));
  return t`${what} stopped at ${step} of ${whole(first.n_steps)} on ${day(at)} at ${time(at)}.`;
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);
