// Numbers and dates as the visitor's language writes them. Files, links and code keep the decimal point.

import { languageNow, localeNow } from './words';

/** A number with so many digits after the decimal sign. */
export const decimals = (value: number, digits: number) => localised(value.toFixed(digits));

/** A number that is written with a decimal point already, with the language's own sign. */
export const localised = (text: string) => (languageNow() === 'de' ? text.replace('.', ',') : text);

/** A number with its thousands in groups. */
export const grouped = (value: number) => value.toLocaleString(localeNow());

/** A day, such as `3 May 2026`; the year is left out where it is clear. */
export const day = (date: Date, withYear = false) =>
  date.toLocaleDateString(localeNow(), {
    day: 'numeric',
    month: 'long',
    ...(withYear && { year: 'numeric' }),
  });

/** The time of a day: `17:05`. */
export const time = (date: Date) =>
  date.toLocaleTimeString(localeNow(), { hour: '2-digit', minute: '2-digit' });
