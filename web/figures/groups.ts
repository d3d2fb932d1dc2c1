// Points of several groups: a colour and a shape each, and the legend that names them.

import { t } from '../words/words';
import { formatTick } from './numbers';
import { svg } from './svg';
import { drawSymbol, type GroupSymbol, symbolOf } from './symbols';

/** A colour of the palette, as the page's style sheet names it. */
export type GroupColour = `var(--group-${number})`;

/** How many colours styles/tokens.css has for groups. */
export const N_COLOURS = 8;
/** More groups than this are not all named. */
const MOST_NAMED = 24;
const [ROW, CHARACTER, SIZE] = [18, 6.4, 60];

export interface Group {
  name: string;
  n: number;
  colour: GroupColour;
  symbol: GroupSymbol;
}

/** The groups in the order of their names (numbers by size), each with its look. */
export function groupsOf(names: readonly string[]): Map<string, Group> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return new Map(
    sorted.map((name, i) => [
      name,
      { name, n: counts.get(name) ?? 0, colour: `var(--group-${(i % N_COLOURS) + 1})`, symbol: symbolOf(i) },
    ]),
  );
}

/** The names of the groups in rows no wider than `width`, with the height that they take. */
export function groupLegend(
  groups: readonly Group[],
  width: number,
): { element: SVGGElement; height: number } {
  const element = svg('g', { class: 'group-legend' });
  const named = groups.slice(0, MOST_NAMED);
  const more = groups.length - named.length;
  let [x, y] = [0, ROW / 2];
  const place = (words: string, group?: Group) => {
    const needed = words.length * CHARACTER + (group ? 30 : 12);
    if (x > 0 && x + needed > width) [x, y] = [0, y + ROW];
    if (group) element.append(drawSymbol(group.symbol, SIZE, x + 6, y, group.colour));
    const look = {
      'font-size': 11,
      'dominant-baseline': 'central',
      fill: 'var(--ink-soft)',
      'text-anchor': 'start',
    };
    element.append(svg('text', { ...look, x: x + (group ? 15 : 0), y }, words));
    x += needed;
  };
  for (const group of named) place(`${group.name} (${formatTick(group.n)})`, group);
  if (more > 0) place(t`and ${more} more`);
  return { element, height: y + ROW / 2 + 6 };
}
