// What the engine says, in the visitor's language. Its sentences cross as English, with numbers and names filled in;
// the catalogue has them with places, such as 'row {0} has {1} columns', and the place is found by what stands around it.

import { localised } from './numbers';
import { type Catalogue, engineCatalogue, marked } from './words';

interface Pattern {
  shape: RegExp;
  /** Which place each part that the shape finds belongs to. */
  places: number[];
  text: string;
}

let patterns: Pattern[] = [];
let patternsOf: Catalogue | undefined;
/** What was looked up before: figures are drawn again and again. */
let known = new Map<string, string | undefined>();

/** A sentence or name of the engine's in the visitor's language; as it is where the catalogue has none that fits. */
export const fromEngine = (text: string): string => marked(translated(text) ?? text);

/** A sentence that may be the page's own already, such as that of a failure. */
export const spoken = (text: string): string => translated(text) ?? text;

/** The same, `undefined` where none fits. */
export function translated(text: string): string | undefined {
  const catalogue = engineCatalogue();
  if (catalogue !== patternsOf) learn(catalogue);
  if (!known.has(text)) known.set(text, lookUp(text, catalogue));
  return known.get(text);
}

function lookUp(text: string, catalogue: Catalogue): string | undefined {
  const whole = catalogue[text];
  if (whole !== undefined) return whole;
  for (const { shape, places, text: german } of patterns) {
    const found = shape.exec(text);
    if (!found) continue;
    const values = new Map(places.map((place, i) => [place, found[i + 1]!]));
    return german.replace(/\{(\d+)\}/g, (_, place) => inPlace(values.get(Number(place)) ?? ''));
  }
  return undefined;
}

/** What fills a place: a number, a phrase or sentence that the catalogue has, or a name that stays. */
function inPlace(value: string): string {
  if (/^[-−+]?\d+\.\d+(e-?\d+)?$/.test(value)) return localised(value);
  return translated(value) ?? value;
}

/** Takes a catalogue in: its entries with places, the most telling ones first. */
function learn(catalogue: Catalogue) {
  const weight = (template: string) => template.replace(/\{\d+\}/g, '').length;
  patternsOf = catalogue;
  known = new Map();
  patterns = Object.entries(catalogue)
    .filter(([template]) => /\{\d+\}/.test(template))
    .sort(([a], [b]) => weight(b) - weight(a))
    .map(([template, text]) => ({ ...shapeOf(template), text }));
}

function shapeOf(template: string): Pick<Pattern, 'shape' | 'places'> {
  const places: number[] = [];
  const source = template
    .split(/\{(\d+)\}/)
    .map((piece, i) => {
      if (i % 2 === 0) return piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      places.push(Number(piece));
      return '(.*?)';
    })
    .join('');
  return { shape: new RegExp(`^${source}$`, 's'), places };
}
