import type { Row, Table } from './tables';

/** Cells that are written at once. */
const AT_ONCE = 4000;

/** A table as CSV after RFC 4180: comma, CRLF, quotes only where they are needed, numbers in full. */
export const writeCsv = (table: Table): string => [...csvParts(table)].join('');

/** The same in parts of some rows, so that a long table can be written in turns. */
export function* csvParts({ columns, rows }: Table): Generator<string> {
  yield line(columns);
  const step = Math.max(1, Math.floor(AT_ONCE / columns.length));
  for (let start = 0; start < rows.length; start += step) {
    let part = '';
    for (let i = start; i < Math.min(start + step, rows.length); i++) part += line(rows.at(i) ?? []);
    yield part;
  }
}

const line = (row: Row) => `${row.map(field).join(',')}\r\n`;

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  return /[",\r\n]/.test(value) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value;
}
