declare module 'virtual:inscape-cards' {
  import type { ExperimentCard } from '../lab/experiment-types';

  /** What the gallery shows of a card. */
  export type ListedCard = Pick<ExperimentCard, 'slug' | 'title' | 'wing' | 'claims' | 'needs'> & {
    paper: Pick<ExperimentCard['paper'], 'title' | 'authors' | 'year'>;
    n_exercises: number;
    n_params: number;
  };

  /** Every experiment, in the engine's order. */
  export const list: ListedCard[];
  /** The whole card of each, which loads when it is asked for. */
  export const cards: Record<string, () => Promise<{ default: ExperimentCard }>>;
}
