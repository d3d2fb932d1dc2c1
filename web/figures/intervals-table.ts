import type { Intervals } from '../lab/types';
import type { Table } from './tables';

/** Values with the ends of their intervals and notes; a band and a baseline are rows of their own, after the others. */
export function intervalsTable(data: Intervals, baselineName = 'baseline'): Table {
  const { labels, values, intervals, notes, x_name, band, baseline } = data;
  const hasNotes = notes.some((note) => note !== '');
  const row = (label: string, cells: (string | number)[], note: string) => [
    label,
    ...cells,
    ...(hasNotes ? [note] : []),
  ];
  return {
    columns: ['', x_name, 'lower end, 95 %', 'upper end, 95 %', ...(hasNotes ? ['note'] : [])],
    rows: [
      ...labels.map((label, i) =>
        row(label, [values[i]!, intervals[i]?.[0] ?? '', intervals[i]?.[1] ?? ''], notes[i] ?? ''),
      ),
      ...(band ? [row(band.name, ['', band.low, band.high], '')] : []),
      ...(baseline === undefined ? [] : [row(baselineName, [baseline, '', ''], '')]),
    ],
  };
}
