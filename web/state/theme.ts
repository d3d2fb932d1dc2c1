import { remember, remembered } from './remember';

/** `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'inscape.theme';

/** The visitor's choice from an earlier visit. */
export function readTheme(): Theme {
  const kept = remembered(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** Sets `data-theme` on the page, which styles/tokens.css reads, and remembers it. */
export function applyTheme(theme: Theme) {
  if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset.theme = theme;
  remember(KEY, theme === 'auto' ? undefined : theme);
}
