// A table of words and numbers, with bars beside probabilities.

import type { Table, TableValue } from '../lab/types';
import { fromEngine } from '../words/engine';
import { cellWord } from './cell-words';
import { visible } from './lens';
import { formatValue } from './numbers';

export function tableFigure(data: Table): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'table-figure';
  const caption = table.createCaption();
  caption.className = 'visually-hidden';
  caption.textContent = fromEngine(data.caption.alt);
  const head = table.createTHead().insertRow();
  data.columns.forEach(({ name, unit }, i) => {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = fromEngine(unit && unit !== name ? `${name}, ${unit}` : name);
    if (typeof data.rows[0]?.[i] === 'string') cell.className = 'word';
    head.append(cell);
  });
  const body = table.createTBody();
  for (const row of data.rows) {
    const line = body.insertRow();
    row.forEach((value, i) => {
      const cell = line.insertCell();
      cell.textContent = cellText(typeof value === 'string' ? cellWord(data, value) : value);
      if (typeof value === 'string') cell.className = 'word';
      if (typeof value === 'number' && data.columns[i]?.unit === 'probability') cell.prepend(bar(value));
    });
  }
  return table;
}

/** At an end or alone a space is a token's, which must be seen; between words it is one between words. */
const IS_TOKEN = /^\s|\s$|[\n\t]|^$/;

/** What stands in a cell: words as they are, tokens with their spaces, whole numbers in full, others to three digits. */
export function cellText(value: TableValue): string {
  if (typeof value === 'string') return IS_TOKEN.test(value) ? visible(value) : value;
  return Number.isInteger(value) ? String(value).replace('-', '−') : formatValue(value);
}

/** A bar as long as a share of its place. */
function bar(share: number): HTMLElement {
  const place = document.createElement('span');
  place.className = 'bar';
  const inside = document.createElement('span');
  inside.style.width = `${Math.min(Math.max(share, 0), 1) * 100}%`;
  place.append(inside);
  return place;
}
