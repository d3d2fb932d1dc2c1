import type { ComponentChild } from 'preact';
import type { ModelCard, Recipe, View } from '../../../lab/types';

export type ViewOf<K extends View['kind']> = Extract<View, { kind: K }>;

export interface FormProps<V> {
  view: V;
  /** The texts under Inputs. */
  texts: string[];
  /** Another version of the view; what is typed waits a moment for the rest. */
  onChange: (view: V, isTyped?: boolean) => void;
}

/** A closer look as the page offers it: a file in this folder and a line of `list.ts` each. */
export interface ViewKind<V extends View> {
  title: string;
  /** What it shows, in a sentence. */
  about: string;
  /** Whether a model can be looked at so. */
  fits: (card: ModelCard) => boolean;
  /** What it starts with. */
  fresh: (recipe: Recipe, texts: string[]) => V;
  Form: (props: FormProps<V>) => ComponentChild;
}

/** Models that say what comes next. */
export const isLanguageModel = (card: ModelCard) => card.input === 'text' && card.has_lens;

/** Models whose attention can be seen. */
export const hasPatterns = (card: ModelCard) =>
  card.input === 'text' && card.sites.some((site) => site.name.endsWith('.attn.hook_pattern'));

/** A beginning for models that write. */
export const PROMPT = 'The capital of France is';
