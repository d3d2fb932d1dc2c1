// How a network learns: the loss of each batch, and how well it does on what it has not seen. Loads with Observable Plot.

import {
  areaY,
  axisX,
  axisY,
  dot,
  gridY,
  lineY,
  plot,
  pointer,
  ruleX,
  ruleY,
  text,
  tip,
} from '@observablehq/plot';
import type { Metric, TrainPoint } from '../lab/types';
import { fromEngine } from '../words/engine';
import { grouped } from '../words/numbers';
import { t } from '../words/words';
import { type Bin, binLoss } from './bins';
import { formatTick, formatValue } from './numbers';
import { settlePlot } from './plot-frame';
import { svg } from './svg';

export interface TrainingCurves {
  /** One curve a run. */
  runs: { label: string; points: readonly TrainPoint[] }[];
  n_steps: number;
  /** Not a whole number where the last batch is left out; 0 where there are no epochs. */
  steps_per_epoch: number;
  metric: Metric;
}

export interface PanelOptions {
  width: number;
  height: number;
  /** A logarithmic step axis. */
  isLog: boolean;
  /** Of the axes, in pixels. */
  fontSize: number;
  /** Whether the step axis says what it is; another panel beneath may say it for both. */
  isNamed: boolean;
  alt: string;
}

/** How the runs are told apart: by colour, and without colour by dashes. */
const STROKES = [
  { stroke: 'var(--ink)' },
  { stroke: 'var(--accent)', strokeDasharray: '7 2.5' },
  { stroke: 'var(--good)', strokeDasharray: '2 2.5' },
  { stroke: 'var(--ink-faint)', strokeDasharray: '9 2.5 2 2.5' },
] as const;

const marginsOf = ({ isNamed }: PanelOptions) => ({
  marginLeft: 50,
  marginTop: 28,
  marginRight: 18,
  marginBottom: isNamed ? 38 : 24,
});
/** Stretches of the axis, by how many runs share it: more lines want fewer bends. */
const binsFor = (width: number, nRuns: number) =>
  nRuns === 1
    ? Math.min(200, Math.max(60, Math.floor(width / 5)))
    : Math.min(90, Math.max(40, Math.floor(width / 10)));
/** More epochs than this are not ruled. */
const MOST_EPOCHS = 24;

/** The training loss by step. */
export function lossPanel(curves: TrainingCurves, options: PanelOptions): Element {
  const { width, height, isLog } = options;
  const nBins = binsFor(width, curves.runs.length);
  const bins = curves.runs.map(({ points }) => binLoss(points, curves.n_steps, nBins, isLog));
  const at = { x: 'step', y: 'mean' } as const;
  const isOne = bins.length === 1;
  const tips = bins.flatMap((list, i) => list.map((bin) => ({ ...bin, label: curves.runs[i]!.label })));
  const top = Math.max(0, ...bins.flatMap((list) => list.map((bin) => (isOne ? bin.most : bin.mean))));
  const drawn = plot({
    width,
    height,
    ...marginsOf(options),
    className: 'plot',
    ariaLabel: options.alt,
    x: xScale(curves, isLog),
    y: { domain: [0, top || 2.5], nice: true },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      ...epochRules(curves, options),
      xAxis(options, curves.n_steps),
      axisY({
        ticks: 5,
        tickSize: 0,
        fontSize: options.fontSize,
        label: t`training loss, nats`,
        labelArrow: 'none',
        tickFormat: formatTick,
      }),
      ...(isOne
        ? [areaY(bins[0]!, { x: 'step', y1: 'least', y2: 'most', fill: 'var(--ink)', fillOpacity: 0.13 })]
        : []),
      ...bins.map((list, i) => lineY(list, { ...at, ...strokeOf(i), strokeWidth: 1.5 })),
      ...bins.map((list, i) => dot(list.slice(-1), { ...at, r: 2.6, fill: strokeOf(i).stroke })),
      tip(tips, pointer({ ...at, title: lossWords, ...TIP })),
    ],
  });
  if (!isOne) drawn.append(runLegend(curves, width));
  return settlePlot(drawn);
}

/** Accuracy, or the loss on unseen data, by step, with the target as a hairline. */
export function metricPanel(curves: TrainingCurves, options: PanelOptions): Element {
  const { width, height, isLog } = options;
  const { metric } = curves;
  const tested = curves.runs.map(({ label, points }) =>
    points.flatMap(({ step, metric }) => (metric === undefined ? [] : [{ label, step, metric }])),
  );
  const all = tested.flat();
  const at = { x: 'step', y: 'metric' } as const;
  const target = t`target ${formatTick(metric.target)}${metric.unit === '%' ? ' %' : ''}`;
  const drawn = plot({
    width,
    height,
    ...marginsOf(options),
    className: 'plot',
    ariaLabel: options.alt,
    x: xScale(curves, isLog),
    y: {
      domain: metricDomain(
        all.map((point) => point.metric),
        metric,
      ),
      nice: true,
    },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      xAxis(options, curves.n_steps),
      axisY({
        ticks: 5,
        tickSize: 0,
        fontSize: options.fontSize,
        label: metricName(metric),
        labelArrow: 'none',
        tickFormat: formatTick,
      }),
      text([target], {
        y: metric.target,
        text: (words: string) => words,
        frameAnchor: 'left',
        dx: 4,
        dy: -8,
        fontSize: options.fontSize,
        fill: 'var(--accent)',
        stroke: 'var(--paper)',
        strokeWidth: 4,
      }),
      ruleY([metric.target], { stroke: 'var(--accent)', strokeWidth: 1 }),
      ...tested.map((list, i) => lineY(list, { ...at, ...strokeOf(i), strokeWidth: 1.5 })),
      ...tested.map((list, i) =>
        dot(list, { ...at, r: 2.8, fill: 'var(--paper)', stroke: strokeOf(i).stroke, strokeWidth: 1.5 }),
      ),
      tip(all, pointer({ ...at, title: (point) => metricWords(point, metric), ...TIP })),
    ],
  });
  return settlePlot(drawn);
}

const TIP = { fill: 'var(--paper)', stroke: 'var(--line-strong)', fontSize: 12 };

const strokeOf = (i: number) => STROKES[i % STROKES.length]!;

const xScale = ({ n_steps }: TrainingCurves, isLog: boolean) =>
  isLog
    ? ({ type: 'log', domain: [1, Math.max(n_steps, 10)] } as const)
    : ({ domain: [0, n_steps] } as const);

function xAxis({ width, isLog, isNamed, fontSize }: PanelOptions, nSteps: number) {
  const decades = Array.from({ length: Math.floor(Math.log10(Math.max(nSteps, 10))) + 1 }, (_, i) => 10 ** i);
  return axisX({
    ...(isLog ? { ticks: decades } : { ticks: Math.max(3, Math.min(8, Math.floor(width / 90))) }),
    tickSize: 3,
    fontSize,
    label: isNamed ? t`step` : null,
    labelAnchor: 'right',
    labelArrow: 'none',
    tickFormat: grouped,
  });
}

/** A faint line at the end of each epoch, the first named. */
function epochRules({ n_steps, steps_per_epoch }: TrainingCurves, { isLog, width, fontSize }: PanelOptions) {
  const n = steps_per_epoch > 0 ? Math.floor(n_steps / steps_per_epoch + 0.01) : 0;
  if (n < 1 || n > MOST_EPOCHS || isLog) return [];
  const ends = Array.from({ length: n }, (_, i) => ({
    step: Math.min((i + 1) * steps_per_epoch, n_steps),
    epoch: i + 1,
  }));
  const every = Math.ceil((n * 58) / width);
  return [
    ruleX(ends, { x: 'step', stroke: 'var(--line)', strokeDasharray: '1 3' }),
    text(
      ends.filter(({ epoch }) => epoch === n || (epoch % every === 0 && epoch + every <= n + every / 2)),
      {
        x: 'step',
        text: ({ epoch }: { epoch: number }) => (epoch === n && n > 1 ? t`epoch ${epoch}` : `${epoch}`),
        frameAnchor: 'top',
        textAnchor: 'end',
        dx: -4,
        dy: -10,
        fontSize,
        fill: 'var(--ink-faint)',
      },
    ),
  ];
}

/** The values and the target with some room; a share never beyond 100 %. */
export function metricDomain(values: readonly number[], { target, unit }: Metric): [number, number] {
  const all = [...values.filter(Number.isFinite), target];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = Math.max((high - low) * 0.15, Math.abs(target) * 0.02);
  return [Math.max(0, low - room), unit === '%' ? Math.min(100, high + room) : high + room];
}

/** `test accuracy, %`. */
export const metricName = ({ name, unit }: Metric) => fromEngine(`${name}, ${unit}`);

/** Which stroke is which seed, where a falling loss leaves room. */
function runLegend({ runs }: TrainingCurves, width: number): SVGGElement {
  const rows = runs.map(({ label }, i) => {
    const { stroke, strokeDasharray } = { strokeDasharray: undefined, ...strokeOf(i) };
    const y = 48 + i * 16;
    return svg(
      'g',
      {},
      svg('line', {
        x1: width - 92,
        x2: width - 62,
        y1: y,
        y2: y,
        stroke,
        'stroke-width': 1.5,
        'stroke-dasharray': strokeDasharray,
      }),
      svg(
        'text',
        { x: width - 56, y: y + 4, 'font-size': 11, 'text-anchor': 'start', fill: 'var(--ink-soft)' },
        label,
      ),
    );
  });
  return svg('g', { class: 'run-legend' }, ...rows);
}

function lossWords({ step, mean, n, label }: Bin & { label: string }): string {
  const over = n > 1 ? t`mean of ${n} batches to step ${grouped(step)}` : t`step ${grouped(step)}`;
  return `${label}\n${t`loss ${formatValue(mean)}`}\n${over}`;
}

function metricWords(
  { label, step, metric }: { label: string; step: number; metric: number },
  { name, unit }: Metric,
): string {
  return `${label}\n${fromEngine(name)} ${formatValue(metric)} ${unit}\n${t`step ${grouped(step)}`}`;
}
