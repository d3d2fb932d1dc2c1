// A training as files: its curves, its picture, its weights.

import { writeCsv } from '../../figures/csv';
import { type Sheet, save, sheetOf, writeSvg } from '../../figures/export';
import { writeNpy } from '../../figures/npy';
import { writePng } from '../../figures/png';
import { stack } from '../../figures/stack';
import { trainArray, trainTable } from '../../figures/train-table';
import type { TrainingCurves } from '../../figures/training';
import type { TrainReport } from '../../lab/types';
import type { Run, Shown } from '../../state/train';
import { t } from '../../words/words';
import { finding, whole } from './sentences';

export const FORMATS = ['SVG', 'PNG', 'npy', 'CSV', 'JSON'] as const;
export type Format = (typeof FORMATS)[number];

/** Saves the curves. `place` holds their drawings. */
export async function saveTraining(
  format: Format,
  curves: TrainingCurves,
  shown: Shown,
  runs: readonly Run[],
  place: Element,
) {
  const name = nameOf(shown.card.id, shown.seeds);
  if (format === 'npy') {
    const { shape, values } = trainArray(curves);
    save(`${name}.npy`, writeNpy(shape, values), 'application/octet-stream');
  } else if (format === 'CSV') save(`${name}.csv`, writeCsv(trainTable(curves)), 'text/csv');
  else if (format === 'JSON')
    save(`${name}.json`, JSON.stringify(asJson(shown, runs), null, 1), 'application/json');
  else {
    const sheet = await draw(shown, runs, place);
    if (format === 'SVG') save(`${name}.svg`, await writeSvg(sheet), 'image/svg+xml');
    else save(`${name}.png`, await writePng(sheet), 'image/png');
  }
}

/** Saves what one run learnt. */
export function saveWeights({ task, seed, weights }: TrainReport) {
  const bytes = weights as Uint8Array<ArrayBuffer>;
  save(`${nameOf(task, [seed])}.safetensors`, bytes, 'application/octet-stream');
}

/** All that is known of the runs, without the weights. */
export function asJson({ setup, card }: Shown, runs: readonly Run[]) {
  return {
    setup,
    task: card,
    runs: runs.map(({ seed, points, report }) => ({ seed, points, report: report && bare(report) })),
  };
}

/** A report without its weights. */
export function bare({ weights: _, ...report }: TrainReport): Omit<TrainReport, 'weights'> {
  return report;
}

async function draw(shown: Shown, runs: readonly Run[], place: Element): Promise<Sheet> {
  const drawings = [...place.querySelectorAll<SVGSVGElement>('.drawing > svg')];
  if (drawings.length === 0) throw new Error(t`the figure is not drawn yet`);
  // Colours are read from the page, so the drawing has to be on it for a moment.
  const drawn = stack(drawings);
  drawn.classList.add('visually-hidden');
  place.append(drawn);
  try {
    return await sheetOf(drawn, finding(shown, runs), conditions(shown, runs));
  } finally {
    drawn.remove();
  }
}

/** Under what conditions the runs were made, in a line. */
function conditions({ card, seeds }: Shown, runs: readonly Run[]): string {
  const report = runs.find((run) => run.report)?.report;
  const network = t`${card.title}: ${card.network}, ${whole(card.n_parameters)} parameters; seed ${seeds.join(', ')}`;
  if (!report) return `${network}.`;
  const digests = runs.flatMap(({ report }) => (report ? [report.sha256.slice(0, 12)] : [])).join(', ');
  return t`${network}; ${report.backend.toUpperCase()} (${report.device}), ${report.precision}; weights SHA-256 ${digests}; Inscape ${report.engine_version}.`;
}

const nameOf = (task: string, seeds: readonly number[]) => `inscape-${task}-seed-${seeds.join('-')}`;
