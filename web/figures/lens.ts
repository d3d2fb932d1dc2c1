// The logit lens as a real table: layers down, positions across, cells shaded by probability.

import type { Lens, LensCell } from '../lab/types';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';
import { shortSite } from './labels';
import { formatValue } from './numbers';
import { colourAt, css, type Rgb, textOn } from './palette';

/** What the colours say. */
export type Shade = 'probability' | 'entropy' | 'rank';

/** Each way to colour, with what strong and faint mean. */
export const SHADES: Record<Shade, string> = {
  probability: t`Strong where the guess is probable.`,
  entropy: t`Strong where the whole distribution is spread out: entropy in nats, up to the largest here.`,
  rank: t`Strong where the token that really follows is among the first guesses; ranks on a logarithmic scale.`,
};

/** What each way to colour is called. */
export const SHADE_NAMES: Record<Shade, string> = {
  probability: t`probability`,
  entropy: t`entropy`,
  rank: t`rank`,
};

export interface LensOptions {
  ramp: readonly Rgb[];
  shade?: Shade;
  onRead?: ((words: string | undefined) => void) | undefined;
}

/** How strongly each cell is coloured, 0 to 1. */
export function shadeLens(data: Lens, shade: Shade): (cell: LensCell) => number {
  if (shade === 'probability') return (cell) => cell.probability;
  if (shade === 'entropy') {
    const most = Math.max(...data.cells.map((cell) => cell.entropy_nats), Number.MIN_VALUE);
    return (cell) => cell.entropy_nats / most;
  }
  const last = Math.log(Math.max(...data.cells.map((cell) => cell.rank_of_next ?? 1), 2));
  return (cell) => (cell.rank_of_next === undefined ? 0 : 1 - Math.log(cell.rank_of_next) / last);
}

export function lens(data: Lens, { ramp, shade = 'probability', onRead }: LensOptions): HTMLTableElement {
  const share = shadeLens(data, shade);
  const table = document.createElement('table');
  table.className = 'lens';
  const caption = table.createCaption();
  caption.className = 'visually-hidden';
  caption.textContent = fromEngine(data.caption.alt);
  const head = table.createTHead().insertRow();
  head.append(heading('layer', 'col'), ...data.tokens.map((token) => heading(visible(token), 'col')));
  const body = table.createTBody();
  data.layers.forEach((layer, row) => {
    const line = body.insertRow();
    line.append(heading(shortSite(layer), 'row'));
    data.tokens.forEach((_, position) => {
      const cell = data.cells[row * data.tokens.length + position];
      if (!cell) return;
      const colour = colourAt(ramp, share(cell));
      const place = line.insertCell();
      place.textContent = visible(cell.token);
      place.style.backgroundColor = css(colour);
      place.style.color = textOn(colour);
      place.tabIndex = row === 0 && position === 0 ? 0 : -1;
      if (cell.rank_of_next === 1) place.className = 'right';
      const words = readLens(data, layer, position, cell);
      place.title = words;
      place.addEventListener('pointerenter', () => onRead?.(words));
      place.addEventListener('focus', () => onRead?.(words));
    });
  });
  table.addEventListener('pointerleave', () => onRead?.(undefined));
  table.addEventListener('keydown', walk);
  return table;
}

/** What one cell says. */
export function readLens(data: Lens, layer: string, position: number, cell: LensCell): string {
  const next = data.tokens[position + 1];
  const rank =
    cell.rank_of_next === undefined || next === undefined
      ? ''
      : `; ${t`“${visible(next)}”, which follows, is guess no. ${cell.rank_of_next}`}`;
  const guess = t`${shortSite(layer)}, after “${visible(data.tokens[position] ?? '')}”: “${visible(cell.token)}” with probability ${formatValue(cell.probability)}, entropy ${formatValue(cell.entropy_nats)} nats`;
  return guess + rank;
}

/** A token with its spaces and line ends made visible. */
export function visible(token: string): string {
  return token.replaceAll(' ', '·').replaceAll('\n', '⏎').replaceAll('\t', '⇥') || '∅';
}

function heading(text: string, scope: 'row' | 'col'): HTMLTableCellElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys walk between cells. */
function walk(event: KeyboardEvent) {
  const cell = (event.target as Element).closest('td');
  const row = cell?.parentElement as HTMLTableRowElement | null;
  const body = row?.parentElement as HTMLTableSectionElement | null;
  if (!cell || !row || !body) return;
  const [down, right] = STEPS[event.key] ?? [0, 0];
  const next = body.rows[row.sectionRowIndex + down]?.cells[cell.cellIndex + right];
  if ((down || right) && next instanceof HTMLTableCellElement && next.tagName === 'TD') {
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    event.preventDefault();
  }
}
