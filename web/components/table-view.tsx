import { useState } from 'preact/hooks';
import { formatValue } from '../figures/numbers';
import type { Table } from '../figures/tables';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';
import { Pager } from './pager';

/** Rows, columns and cells that are in view at once: a browser lays out some thousand cells in a tenth of a second. */
const [MOST_ROWS, MOST_COLUMNS, MOST_CELLS] = [200, 20, 1000];

/** The numbers of a figure as a table, of which large ones come in parts. */
export function TableView({ table, caption }: { table: Table; caption: string }) {
  const [top, setTop] = useState(0);
  const [left, setLeft] = useState(0);
  const { columns, rows } = table;
  const names = columns.slice(1 + left, 1 + left + MOST_COLUMNS);
  const step = Math.min(
    MOST_ROWS,
    Math.floor(MOST_CELLS / Math.max(Math.min(columns.length - 1, MOST_COLUMNS), 1)),
  );
  const shown = Array.from({ length: Math.min(step, rows.length - top) }, (_, i) => rows.at(top + i)!);
  return (
    <>
      <Pager words={t`Rows`} n={rows.length} step={step} at={top} onTurn={setTop} />
      <Pager words={t`Columns`} n={columns.length - 1} step={MOST_COLUMNS} at={left} onTurn={setLeft} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="table-view" tabIndex={0} aria-label={caption}>
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{fromEngine(columns[0] ?? '')}</th>
              {names.map((column, i) => (
                <th key={left + i} scope="col">
                  {fromEngine(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={top + i}>
                <th scope="row">{row[0]}</th>
                {row.slice(1 + left, 1 + left + MOST_COLUMNS).map((value, j) => (
                  <td key={left + j}>{typeof value === 'number' ? formatValue(value) : value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
