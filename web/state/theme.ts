import { embed } from './embed';
import { remember, remembered } from './remember';

/** `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'inscape.theme';

/** The visitor's choice from an earlier visit, or that of the page around. */
export function readTheme(): Theme {
  if (embed) return embed.theme;
  const kept = remembered(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** Sets `data-theme` on the page, which styles/tokens.css reads, and remembers the choice. */
export function applyTheme(theme: Theme) {
  const isDark = theme === 'dark' || (theme === 'auto' && systemIsDark().matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  // Another page's wish is not the visitor's.
  if (!embed) remember(KEY, theme === 'auto' ? undefined : theme);
}

/** The system's wish; `change` events tell when it changes, e.g. at sunset. */
export const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');
