import type { Catalogue } from '../words';

/** What the engine says, by its English text. */
export const engine: Catalogue = {};
