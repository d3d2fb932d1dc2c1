// One figure as a file, in each of the formats.

import { blobInTurns } from '../figures/blob-parts';
import { csvParts } from '../figures/csv';
import { type Sheet, save, sheetOf, writeSvg } from '../figures/export';
import { jsonParts } from '../figures/json-parts';
import { inWords } from '../figures/labels';
import { lensSvg } from '../figures/lens-svg';
import { npyParts } from '../figures/npy';
import { readRamp } from '../figures/palette';
import { writePng } from '../figures/png';
import { tableSvg } from '../figures/table-svg';
import { arrayOf, tableOf } from '../figures/tables';
import type { Figure } from '../lab/types';
import { sentence } from '../state/problem';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';
import type { FigureSource } from './figure-source';

export const FORMATS = ['SVG', 'PNG', 'npy', 'CSV', 'JSON'] as const;
export type Format = (typeof FORMATS)[number];

/** Saves a figure. `place` holds its drawing. */
export async function saveFigure(format: Format, figure: Figure, source: FigureSource, place: Element) {
  const name = `${source.fileName}-${figure.caption.id}`;
  if (format === 'npy') {
    const { shape, values } = arrayOf(figure);
    save(`${name}.npy`, await blobInTurns(npyParts(shape, values)), 'application/octet-stream');
  } else if (format === 'CSV') {
    save(`${name}.csv`, await blobInTurns(csvParts(tableOf(figure))), 'text/csv');
  } else if (format === 'JSON') {
    save(`${name}.json`, await blobInTurns(jsonParts({ figure, ...source.about })), 'application/json');
  } else {
    const sheet = await draw(figure, source, place);
    if (format === 'SVG') save(`${name}.svg`, await writeSvg(sheet), 'image/svg+xml');
    else save(`${name}.png`, await writePng(sheet), 'image/png');
  }
}

async function draw(figure: Figure, source: FigureSource, place: Element): Promise<Sheet> {
  const { caption } = figure;
  const note = `${sentence(fromEngine(inWords(caption.about)))} n = ${caption.n}. ${source.conditions}`;
  const own = drawingOf(figure);
  if (!own) {
    const drawn = place.querySelector<SVGSVGElement>('.drawing svg');
    if (!drawn) throw new Error(t`the figure is not drawn yet`);
    return sheetOf(drawn, fromEngine(inWords(caption.finding)), note);
  }
  // Colours are read from the page, so the drawing has to be on it for a moment.
  own.classList.add('visually-hidden');
  place.append(own);
  const sheet = await sheetOf(own, sentence(fromEngine(inWords(caption.finding))), note);
  own.remove();
  return sheet;
}

/** The drawing of a figure that the page itself shows as a table. */
function drawingOf(figure: Figure): SVGSVGElement | undefined {
  if (figure.kind === 'lens') return lensSvg(figure, readRamp('--ramp-probability'));
  if (figure.kind === 'table' || figure.kind === 'written') return tableSvg(tableOf(figure));
  return undefined;
}
