import { remember, remembered } from './remember';

/** `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'inscape.theme';

/** The visitor's choice from an earlier visit. */
export function readTheme(): Theme {
  const kept = remembered(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** Sets `data-theme` on the page, which styles/tokens.css reads, and remembers the choice. */
export function applyTheme(theme: Theme) {
  const isDark = theme === 'dark' || (theme === 'auto' && systemIsDark().matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  remember(KEY, theme === 'auto' ? undefined : theme);
}

/** The system's wish; `change` events tell when it changes, e.g. at sunset. */
export const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');
