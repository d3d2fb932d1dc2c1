import { translated } from './engine';
import { languageNow, marked } from './words';

/** A sentence of the engine's. Where it stays English on a page in another language, a screen reader is told so. */
export function EngineWords({ text, shape = (words) => words }: EngineWordsProps) {
  const words = translated(text);
  if (words !== undefined || languageNow() !== 'de') return <>{marked(shape(words ?? text))}</>;
  return <span lang="en">{shape(text)}</span>;
}

/** The language of a text of the engine's, where it stays English on a page in another language. */
export const engineLang = (text: string): string | undefined =>
  languageNow() === 'de' && translated(text) === undefined ? 'en' : undefined;

interface EngineWordsProps {
  text: string;
  /** What is done with the words, such as a capital first. */
  shape?: (words: string) => string;
}
