import type { Catalogue } from './words';

/** German, by the English text. */
export const de: Catalogue = {};
