import { formatValue } from '../figures/numbers';
import type { Table } from '../figures/tables';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';

/** Rows beyond this are left to the CSV file, so that the page stays quick. */
const MOST_ROWS = 400;

/** The numbers of a figure as a table. */
export function TableView({ table, caption }: { table: Table; caption: string }) {
  const { columns, rows } = table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="table-view" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col">
                {fromEngine(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, i) => (
            <tr key={i}>
              {row.map((value, j) =>
                j === 0 ? (
                  <th key={j} scope="row">
                    {value}
                  </th>
                ) : (
                  <td key={j}>{typeof value === 'number' ? formatValue(value) : value}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p>{t`The first ${MOST_ROWS} of ${rows.length} rows; the CSV file has all.`}</p>
      )}
    </section>
  );
}
