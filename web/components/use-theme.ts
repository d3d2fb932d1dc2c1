import { signal } from '@preact/signals';
import { applyTheme, readTheme, systemIsDark, type Theme } from '../state/theme';

/** The visitor's choice. */
export const theme = signal<Theme>(readTheme());

/** Counts up whenever colours change, so that drawn figures follow. */
export const themeChange = signal(0);

/** Chooses a theme and tells the figures. */
export function chooseTheme(choice: Theme) {
  theme.value = choice;
  applyTheme(choice);
  themeChange.value += 1;
}

/** Follows the system from the first paint on. */
export function startTheme() {
  applyTheme(theme.value);
  systemIsDark().addEventListener('change', () => chooseTheme(theme.value));
}
