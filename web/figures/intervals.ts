// One value a row with its 95 % interval, as a dot on a line. Loads with Observable Plot.

import { axisX, axisY, dot, gridX, link, plot, pointerY, rect, ruleX, text, tip } from '@observablehq/plot';
import type { Intervals } from '../lab/types';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';
import { brokenLabel } from './labels';
import { formatTick, formatValue } from './numbers';
import { settlePlot } from './plot-frame';
import { rowName, rowNote } from './row-words';

export interface IntervalsOptions {
  width: number;
}

/** Height of a row at least, of each line of its name, and width of an average character, in pixels. */
const [ROW, LINE, CHARACTER] = [24, 14, 6.2];
/** The share of the width that names may take, that names and notes may, and most rows with a name each. */
const [NAMES, MOST_WORDS, MOST_NAMES] = [0.34, 0.65, 80];

interface Row {
  label: string;
  place: number;
  value: number;
  low: number | undefined;
  high: number | undefined;
  note: string;
}

export function intervals(data: Intervals, { width }: IntervalsOptions): Element {
  const rows = rowsOf(data);
  const n = Math.max(rows.length, 1);
  const step = n > MOST_NAMES ? Math.ceil(n / MOST_NAMES) : 1;
  const names = Math.floor((width * NAMES) / CHARACTER);
  const name = (place: number) =>
    brokenLabel(rowName(data, data.labels[place] ?? ''), names, step === 1 ? 3 : 1);
  const written = rows.map(({ place }) => name(place).split('\n'));
  const longest = Math.max(1, ...written.flat().map((line) => line.length));
  const row = Math.max(ROW, ...written.map((lines) => lines.length * LINE + 4));
  const widest = Math.max(0, ...rows.map(({ note }) => note.length));
  // Where they would leave no room for the values, notes are read in the tip and in the table.
  const notes = (longest + widest) * CHARACTER < width * MOST_WORDS ? widest : 0;
  const at = { x: 'value', y: 'place' } as const;
  const size = { fontSize: 11 };
  const drawn = plot({
    width,
    height: n * (row / step) + 76,
    marginLeft: Math.ceil(longest * CHARACTER) + 10,
    marginRight: notes > 0 ? Math.ceil(notes * CHARACTER) + 14 : 18,
    marginTop: data.band ? 30 : 16,
    marginBottom: 42,
    className: 'plot',
    ariaLabel: fromEngine(data.caption.alt),
    x: { domain: extent(data) },
    y: { domain: [-0.6, n - 0.4], reverse: true },
    marks: [
      ...bandMarks(data),
      gridX({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      ...(data.baseline === undefined
        ? []
        : [ruleX([data.baseline], { stroke: 'var(--ink-faint)', strokeDasharray: '4 3' })]),
      axisX({
        ...size,
        ticks: Math.max(3, Math.min(7, Math.floor(width / 90))),
        tickSize: 3,
        label: fromEngine(axisName(data)),
        labelAnchor: 'center',
        labelArrow: 'none',
        tickFormat: formatTick,
      }),
      axisY({
        ...size,
        ticks: rows.filter(({ place }) => place % step === 0).map(({ place }) => place),
        tickFormat: name,
        tickSize: 0,
        label: null,
      }),
      link(
        rows.filter(({ low }) => low !== undefined),
        { x1: 'low', x2: 'high', y1: 'place', y2: 'place', stroke: 'var(--ink)', strokeWidth: 1.4 },
      ),
      dot(rows, { ...at, r: 4, fill: 'var(--accent)', stroke: 'var(--paper)', strokeWidth: 1 }),
      text(rows, {
        ...size,
        y: 'place',
        text: notes > 0 ? 'note' : () => '',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--ink-soft)',
      }),
      tip(
        rows,
        pointerY({
          ...at,
          title: words,
          fill: 'var(--paper)',
          stroke: 'var(--line-strong)',
          fontSize: 12,
        }),
      ),
    ],
  });
  return settlePlot(drawn);
}

/** Rows from the first, which stands at the top. Values that are not finite have no place. */
function rowsOf(data: Intervals): Row[] {
  const { labels, values, intervals, notes } = data;
  return labels.flatMap((label, place) => {
    const value = values[place];
    if (value === undefined || !Number.isFinite(value)) return [];
    const [low, high] = intervals[place] ?? [];
    return [{ label: rowName(data, label), place, value, low, high, note: rowNote(notes[place] ?? '') }];
  });
}

/** From the least to the largest of what is drawn. */
export function extent({ values, intervals, band, baseline }: Intervals): [number, number] {
  const all = [
    ...values,
    ...intervals.flat(),
    ...(band ? [band.low, band.high] : []),
    ...(baseline === undefined ? [] : [baseline]),
  ].filter(Number.isFinite);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (all.length === 0) return [0, 1];
  const room = (high - low || Math.abs(high) || 1) * 0.04;
  return [low - room, high + room];
}

/** The name of the value axis, with its unit where the name does not say it. */
export function axisName({ x_name, caption }: Intervals): string {
  return caption.unit && !x_name.includes(caption.unit) ? `${x_name}, ${caption.unit}` : x_name;
}

/** A band behind all rows, named above. */
function bandMarks({ band }: Intervals) {
  if (!band) return [];
  const middle = (band.low + band.high) / 2;
  return [
    rect([band], { x1: 'low', x2: 'high', fill: 'var(--ink)', fillOpacity: 0.1 }),
    text([fromEngine(band.name)], {
      x: middle,
      text: (name: string) => name,
      frameAnchor: 'top',
      dy: -10,
      fontSize: 11,
      fill: 'var(--ink-soft)',
    }),
  ];
}

function words({ label, value, low, high, note }: Row): string {
  const interval =
    low === undefined || high === undefined
      ? []
      : [t`95 % interval ${formatValue(low)} to ${formatValue(high)}`];
  return [label, formatValue(value), ...interval, ...(note ? [note] : [])].join('\n');
}
