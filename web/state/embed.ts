// A page within another: `?embed` before the hash, with switches. They stand in the query because the hash belongs to
// what is shown, and every page keeps the query as it is when it writes its hash.

import { t } from '../words/words';
import type { Theme } from './theme';

export interface Embed {
  /** Whether the controls stand beside the figures. */
  hasControls: boolean;
  /** Whether what comes along to try is offered: other models and texts, other tasks, made-up and public arrays. */
  hasExamples: boolean;
  theme: Theme;
  /** The one figure that is shown, by its name; all of them when empty. */
  figure: string;
}

export const PLAIN_EMBED: Readonly<Embed> = {
  hasControls: false,
  hasExamples: false,
  theme: 'auto',
  figure: '',
};

/** What the query of an embedded page may say. */
export const SWITCHES = ['embed', 'controls', 'examples', 'theme', 'figure'] as const;

const THEMES: readonly string[] = ['auto', 'light', 'dark'];

/** What an address asks for, with sentences about switches that it does not know; `undefined` for a page by itself. */
export function readEmbed(search: string): { embed: Embed; faults: string[] } | undefined {
  const fields = new URLSearchParams(search);
  if (!fields.has('embed')) return undefined;
  const faults: string[] = [];
  const choice = (name: string, allowed: readonly string[], usual: string) => {
    const found = fields.get(name) ?? usual;
    if (allowed.includes(found)) return found;
    faults.push(t`The address says ${name} = “${found}”, but expected was ${allowed.join(', ')}.`);
    return usual;
  };
  const embed: Embed = {
    hasControls: choice('controls', ['hide', 'show'], 'hide') === 'show',
    hasExamples: choice('examples', ['hide', 'show'], 'hide') === 'show',
    theme: choice('theme', THEMES, 'auto') as Theme,
    figure: fields.get('figure') ?? '',
  };
  return { embed, faults };
}

/** The query of an embedded page; what is as usual is left out. */
export function writeEmbed({ hasControls, hasExamples, theme, figure }: Embed): string {
  const switches = [
    hasControls && 'controls=show',
    hasExamples && 'examples=show',
    theme !== 'auto' && `theme=${theme}`,
    figure && `figure=${encodeURIComponent(figure)}`,
  ];
  return ['?embed', ...switches].filter(Boolean).join('&');
}

const here = readEmbed(globalThis.location?.search ?? '');

/** How this page is embedded; `undefined` when it stands by itself. */
export const embed = here?.embed;
export const embedFaults = here?.faults ?? [];

/** Whether examples are offered on this page. */
export const offersExamples = () => embed === undefined || embed.hasExamples;

/** Of what comes along to try, what is offered: only the chosen where examples are not. */
export const offered = <T>(all: readonly T[], isChosen: (one: T) => boolean): readonly T[] =>
  offersExamples() ? all : all.filter(isChosen);

/** Of figures, those that the page is to show: all of them where the named one is not among them. */
export function chosenFigures<F extends { caption: { id: string } }>(figures: readonly F[]): readonly F[] {
  const chosen = figures.filter(({ caption }) => caption.id === embed?.figure);
  return chosen.length > 0 ? chosen : figures;
}
