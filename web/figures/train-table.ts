// The curves of a training as a table: for the CSV file in full, for the page in few rows.

import type { WholeTable } from './tables';
import type { TrainingCurves } from './training';

const columnsOf = ({ metric }: TrainingCurves) => [
  'run',
  'step',
  'epoch',
  'loss, nats',
  'learning rate',
  `${metric.name}, ${metric.unit}`,
];

/** Every point of every run. */
export function trainTable(curves: TrainingCurves): WholeTable {
  return { columns: columnsOf(curves), rows: curves.runs.flatMap((run) => rowsOf(run, () => true)) };
}

/** The points where the network was tested, some between them, and the last. */
export function shortTrainTable(curves: TrainingCurves, mostRows = 60): WholeTable {
  const most = Math.ceil(mostRows / curves.runs.length);
  const rows = curves.runs.flatMap((run) => {
    const every = Math.max(1, Math.ceil(run.points.length / most));
    return rowsOf(
      run,
      (place) =>
        place % every === 0 || place === run.points.length - 1 || run.points[place]!.metric !== undefined,
    );
  });
  return { columns: columnsOf(curves), rows: rows.map(inWords) };
}

/** Steps and epochs as they are counted, not as measured values. */
function inWords([run, step, epoch, ...values]: WholeTable['rows'][number]): WholeTable['rows'][number] {
  return [run!, Number(step).toLocaleString('en'), Number(epoch).toFixed(2), ...values];
}

/** All points as one array `[n_points, 6]`: run (from 0), step, epoch, loss, rate, metric (NaN where not tested). */
export function trainArray({ runs }: TrainingCurves): { shape: number[]; values: Float64Array } {
  const rows = runs.flatMap(({ points }, run) =>
    points.map(({ step, epoch, loss, rate, metric }) => [run, step, epoch, loss, rate, metric ?? Number.NaN]),
  );
  return { shape: [rows.length, 6], values: Float64Array.from(rows.flat()) };
}

function rowsOf(
  { label, points }: TrainingCurves['runs'][number],
  isWanted: (place: number) => boolean,
): WholeTable['rows'] {
  return points.flatMap(({ step, epoch, loss, rate, metric }, place) =>
    isWanted(place) ? [[label, step, epoch, loss, rate, metric ?? '']] : [],
  );
}
