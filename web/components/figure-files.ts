// One figure as a file, in each of the formats.

import { writeCsv } from '../figures/csv';
import { save, writePng, writeSvg } from '../figures/export';
import { inWords } from '../figures/labels';
import { lensSvg } from '../figures/lens-svg';
import { writeNpy } from '../figures/npy';
import { readRamp } from '../figures/palette';
import { tableSvg } from '../figures/table-svg';
import { arrayOf, tableOf } from '../figures/tables';
import type { Figure, Report } from '../lab/types';
import { sentence } from '../state/problem';

export const FORMATS = ['SVG', 'PNG', 'npy', 'CSV', 'JSON'] as const;
export type Format = (typeof FORMATS)[number];

/** Saves a figure. `place` holds its drawing. */
export async function saveFigure(format: Format, figure: Figure, report: Report, place: Element) {
  const name = `inscape-${report.recipe.model.id.replace(/[^\w.-]+/g, '_')}-${figure.caption.id}`;
  if (format === 'npy') {
    const { shape, values } = arrayOf(figure);
    save(`${name}.npy`, writeNpy(shape, values), 'application/octet-stream');
  } else if (format === 'CSV') {
    save(`${name}.csv`, writeCsv(tableOf(figure)), 'text/csv');
  } else if (format === 'JSON') {
    save(
      `${name}.json`,
      JSON.stringify({ figure, run: report.run, recipe: report.recipe }, plainArrays, 1),
      'application/json',
    );
  } else {
    const text = await draw(figure, report, place);
    if (format === 'SVG') save(`${name}.svg`, text, 'image/svg+xml');
    else save(`${name}.png`, await writePng(text), 'image/png');
  }
}

async function draw(figure: Figure, report: Report, place: Element): Promise<string> {
  const { caption } = figure;
  const note = `${sentence(inWords(caption.about))} n = ${caption.n}. ${conditions(report)}`;
  const own = drawingOf(figure);
  if (!own) {
    const drawn = place.querySelector<SVGSVGElement>('.drawing svg');
    if (!drawn) throw new Error('the figure is not drawn yet');
    return writeSvg(drawn, inWords(caption.finding), note);
  }
  // Colours are read from the page, so the drawing has to be on it for a moment.
  own.classList.add('visually-hidden');
  place.append(own);
  const text = await writeSvg(own, sentence(inWords(caption.finding)), note);
  own.remove();
  return text;
}

/** Typed arrays as lists, for JSON. */
const plainArrays = (_: string, value: unknown) => (value instanceof Float32Array ? [...value] : value);

/** The drawing of a figure that the page itself shows as a table. */
function drawingOf(figure: Figure): SVGSVGElement | undefined {
  if (figure.kind === 'lens') return lensSvg(figure, readRamp('--ramp-probability'));
  if (figure.kind === 'table' || figure.kind === 'written') return tableSvg(tableOf(figure));
  return undefined;
}

/** Under what conditions a report was made, in a line. */
export function conditions({ run, recipe }: Report): string {
  const weights = recipe.model.sha256 ? `, weights SHA-256 ${recipe.model.sha256.slice(0, 12)}` : '';
  return `${run.architecture}, ${run.backend.toUpperCase()} (${run.device}), ${run.precision}${weights}, Inscape ${run.engine}.`;
}
