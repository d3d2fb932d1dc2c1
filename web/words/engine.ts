// What the engine says, in the visitor's language. Its sentences cross as English, with numbers and names filled in;
// the catalogue has them with places, such as 'row {0} has {1} columns', and the place is found by what stands around it.

import { localised } from './numbers';
import { type Catalogue, engineCatalogue, marked, t } from './words';

interface Pattern {
  shape: RegExp;
  /** Which place each part that the shape finds belongs to. */
  places: number[];
  text: string;
}

let patterns: Pattern[] = [];
/** Those that go on with a sentence, such as ', p = {0}'. */
let continuations: Pattern[] = [];
let patternsOf: Catalogue | undefined;
/** What was looked up before: figures are drawn again and again. */
let known = new Map<string, string | undefined>();

/** A sentence or name of the engine's in the visitor's language; as it is where the catalogue has none that fits. */
export const fromEngine = (text: string): string => marked(translated(text) ?? text);

/** What the engine puts beside a value: a number, a range or words about it. */
export const valueFromEngine = (text: string): string => marked(inPlace(text));

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
  return catalogue[text] ?? peeled(text) ?? byPattern(text, patterns) ?? inParts(text);
}

/** `{1?sagt|sagen}`: the first word where the place is filled, as with the s of an English verb, else the second. */
const PLACES = /\{(\d+)(?:\?([^|{}]*)\|([^{}]*))?\}/g;

function byPattern(text: string, among: readonly Pattern[]): string | undefined {
  for (const { shape, places, text: german } of among) {
    const found = shape.exec(text);
    if (!found) continue;
    const values = new Map(places.map((place, i) => [place, found[i + 1]!]));
    return german.replace(PLACES, (_, place, filled, empty) => {
      const value = values.get(Number(place)) ?? '';
      return filled === undefined ? inPlace(value) : value ? filled : empty;
    });
  }
  return undefined;
}

/** What goes on with a sentence: ', p = {0}'. */
const goingOn = (rest: string) => engineCatalogue()[rest] ?? byPattern(rest, continuations);

/** Where a full stop is followed by a space. */
const sentenceEnds = (text: string) => [...text.matchAll(/\. /g)].map(({ index }) => index + 1);

/** A text without its last sentence and that sentence, where it is one that goes on, such as ' Then {0}.'. */
function peeled(text: string): string | undefined {
  for (const end of sentenceEnds(text).reverse()) {
    const last = goingOn(text.slice(end));
    const first = last && translated(text.slice(0, end));
    if (first) return first + last;
  }
  return undefined;
}

/** Two sentences one after the other, a sentence whose full stop the engine adds, or one that goes on: '0.3, p = 0.04'. */
function inParts(text: string): string | undefined {
  for (const end of sentenceEnds(text)) {
    const [first, rest] = [translated(text.slice(0, end)), translated(text.slice(end + 1))];
    if (first !== undefined && rest !== undefined) return `${first} ${rest}`;
  }
  const unended = text.endsWith('.') ? translated(text.slice(0, -1)) : undefined;
  if (unended !== undefined) return `${unended}.`;
  for (const { index } of text.matchAll(/[ ,;]/g)) {
    const rest = index > 0 ? goingOn(text.slice(index)) : undefined;
    const start = text.slice(0, index);
    if (rest !== undefined && (!start.includes(' ') || translated(start) !== undefined))
      return inPlace(start) + rest;
  }
  return undefined;
}

const NUMBER = /^[-−+]?\d+(\.\d+)?(e-?\d+)?$/;

/** What fills a place: a number, two that bound a range, a phrase or sentence that the catalogue has, or a name that stays. */
function inPlace(value: string): string {
  if (NUMBER.test(value)) return localised(value);
  const ends = value.split(' to ');
  if (ends.length === 2 && ends.every((end) => NUMBER.test(end)))
    return t`${localised(ends[0]!)} to ${localised(ends[1]!)}`;
  const [number = ''] = /^[-−+]?\d+(\.\d+)?(?=[ ,;])/.exec(value) ?? [];
  const rest = number && goingOn(value.slice(number.length));
  return rest ? localised(number) + rest : (translated(value) ?? value);
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
  continuations = patterns.filter(({ shape }) => /^\^[ ,;]/.test(shape.source));
}

function shapeOf(template: string): Pick<Pattern, 'shape' | 'places'> {
  const places: number[] = [];
  const source = template
    .split(/\{(\d+)\}/)
    .map((piece, i) => {
      if (i % 2 === 0) return piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      places.push(Number(piece));
      // Of two places side by side at the start the first is a sentence, where there is one.
      return i === 1 && /^\{\d+\} \{/.test(template) ? '(.*\\.|.*?)' : '(.*?)';
    })
    .join('');
  return { shape: new RegExp(`^${source}$`, 's'), places };
}
