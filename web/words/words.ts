// The words of the page in the visitor's language. English stands in the code, as t`Add ${n} files`; another
// language is a catalogue from the English text, with its places numbered, to its own: 'Add {0} files'.

import { remember, remembered } from '../state/remember';

export type Language = 'en' | 'de';
/** From an English text to that of another language. */
export type Catalogue = Readonly<Record<string, string>>;

/** Each language by its own name. */
export const LANGUAGES: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const KEY = 'inscape.language';
/** Marks whatever went through the catalogue, by which a test finds what did not. No visitor's language. */
const MARKED = 'marked';

let catalogue: Catalogue = {};
let engine: Catalogue = {};
let isMarked = false;
let language: Language = 'en';

/** The language in use, also as a worker's name. */
export const languageNow = () => (isMarked ? MARKED : language);
/** The tag by which numbers and dates are written. */
export const localeNow = () => (language === 'en' ? 'en-GB' : language);

/** What the visitor chose, else the first of the browser's languages that there is. */
function wanted(): string {
  const all = [remembered(KEY), ...(globalThis.navigator?.languages ?? [])];
  const short = all.map((name) => name?.toLowerCase().split('-')[0] ?? '');
  return short.find((name) => name in LANGUAGES || name === MARKED) ?? 'en';
}

/**
 * Takes the visitor's language, or the one that is named, into use. Called once, before any text is made. Where the
 * words of a language cannot be loaded, the page stays English.
 */
export async function openWords(name: string = wanted()): Promise<void> {
  isMarked = name === MARKED;
  const german = name === 'de' ? await loadGerman().catch(() => undefined) : undefined;
  language = german ? 'de' : 'en';
  catalogue = german?.page ?? {};
  engine = german?.engine ?? {};
  if (globalThis.document) document.documentElement.lang = language;
}

async function loadGerman() {
  const [{ de }, { engine }] = await Promise.all([import('./de'), import('./de/engine')]);
  return { page: de, engine };
}

/** What the engine says, by its English text; empty in English. */
export const engineCatalogue = () => engine;

/** Keeps the choice and opens the page anew in it; what the visitor does is kept over a reload. */
export function chooseLanguage(chosen: Language) {
  remember(KEY, chosen);
  location.reload();
}

/** A text in the visitor's language: t`Add ${n} files`. */
export function t(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  const english = parts.reduce((text, part, i) => `${text}{${i - 1}}${part}`);
  return fill(catalogue[english] ?? english, values);
}

/** A number has the decimal sign of the language. */
const written = (value: string | number) =>
  typeof value === 'number' && language === 'de' ? String(value).replace('.', ',') : String(value);

function fill(text: string, values: readonly (string | number)[]): string {
  const filled = text.replace(/\{(\d+)\}/g, (_, place) => written(values[Number(place)]!));
  return marked(filled);
}

/** A text that went through a catalogue, visibly so where a test asks for it. */
export const marked = (text: string) => (isMarked ? `⟦${text}⟧` : text);
