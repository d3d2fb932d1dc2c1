// THINGS (Hebart et al. 2019) with VICE's dimensions (Muttenthaler et al. 2022) as arrays.

import type { NamedFile } from '../../../fetch/sets';
import { problem } from '../../../state/problem';
import { quoted } from './relations';

const NAME = 'uniqueID';
const CATEGORY = 'Top-down Category (manual selection)';
/** The norms that every object has. */
const NORMS: [column: string, name: string][] = [
  ['Concreteness (M)', 'concreteness'],
  ['COCA word freq (online)', 'frequency'],
  ['Rank (combining COCA/concreteness)', 'rank'],
];

/** The table `things` (norms, names and categories) and the array `vice`, of the same objects in the same order. */
export async function convertThings([concepts, embedding]: NamedFile[]): Promise<NamedFile[]> {
  const [header = [], ...rows] = readTabs(await concepts!.blob.text());
  const place = (name: string) => {
    const at = header.indexOf(name);
    if (at < 0)
      throw problem(
        'format',
        `${concepts!.name} was to be read as THINGS’ norms, but it has no column “${name}”. The file is another than this page knows.`,
      );
    return at;
  };
  const columns = [NAME, CATEGORY, ...NORMS.map(([column]) => column)].map(place);
  const names = ['object', 'category', ...NORMS.map(([, name]) => name)];
  const cells = rows.map((row) => columns.map((at, k) => row[at] || (k === 1 ? 'none' : '')));
  const text = [names, ...cells].map((row) => row.map(quoted).join(',')).join('\n');
  return [
    { name: 'things.csv', blob: new Blob([`${text}\n`]) },
    { name: 'vice.npy', blob: embedding!.blob },
  ];
}

/** Lines of cells between tabs; a cell in quotes may hold tabs, line breaks and doubled quotes. */
export function readTabs(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quotedCell, plainCell, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g,
  )) {
    if (end === '' && row.length === 0 && !quotedCell && !plainCell) break;
    row.push(quotedCell?.replaceAll('""', '"') ?? plainCell ?? '');
    if (end === '\t') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
