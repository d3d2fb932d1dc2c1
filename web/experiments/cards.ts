// The experiments' cards, as the engine's tests wrote them.

import { list as all, cards as loaders } from 'virtual:inscape-cards';
import type { ExperimentCard } from '../lab/experiment-types';
import { problem } from '../state/problem';
import { t } from '../words/words';

/** What the gallery shows of a card. */
export type ListedCard = Pick<ExperimentCard, 'slug' | 'title' | 'wing' | 'claims' | 'needs'> & {
  paper: Pick<ExperimentCard['paper'], 'title' | 'authors' | 'year'>;
  n_exercises: number;
};

/** Every experiment, in the engine's order. */
export const list = all as readonly ListedCard[];

/** The whole card of an experiment. Rejects with an `ErrorReport` that lists the near names. */
export async function loadCard(slug: string): Promise<ExperimentCard> {
  const load = loaders[slug];
  if (!load) {
    const names = list.map((card) => card.slug);
    throw problem('link', t`There is no experiment “${slug}”. There are: ${names.join(', ')}.`);
  }
  try {
    return (await load()).default as ExperimentCard;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem('fetch', t`Loading the experiment failed: ${reason}. Check the connection and try again.`);
  }
}
