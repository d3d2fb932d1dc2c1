import type { Wing } from '../../lab/experiment-types';
import { t } from '../../words/words';

export interface WingWords {
  title: string;
  /** What its experiments ask. */
  about: string;
  /** What stands there while it is empty. */
  coming: string;
}

/** The wings of the gallery, in their order. */
export const WINGS: Record<Wing, WingWords> = {
  compare: {
    title: t`Compare representations`,
    about: t`When do two networks see the same things alike, and how would one know?`,
    coming: t`To come: networks that converge, topology, relative coordinates, human similarity judgements.`,
  },
  language: {
    title: t`Inside language models`,
    about: t`What a model keeps of what it reads, and which of its parts use it.`,
    coming: t`To come: heads that retrieve, verbatim memory, learning in context, circuits of sparse features.`,
  },
  vision: {
    title: t`What vision units see`,
    about: t`What makes a unit answer, shown in pictures and in words.`,
    coming: t`To come: facets of a unit, descriptions in words, prototypes, what a child’s eyes would teach.`,
  },
  learning: {
    title: t`How learning shapes representations`,
    about: t`The same task, learnt in different ways: what stays of the way?`,
    coming: t`To come: the information plane, rich and lazy learning, nested embeddings, learning without forgetting.`,
  },
  brains: {
    title: t`Brains and models`,
    about: t`How far a network’s activity foretells that of a brain, and by what control one believes it.`,
    coming: t`To come: encoding and decoding of brain recordings, memory by sparse codes, mental simulation.`,
  },
  fields: {
    title: t`Neural fields`,
    about: t`A picture or a scene as the weights of a small network.`,
    coming: t`To come: fields with bases that adapt, videos learnt one after another.`,
  },
};

export const WING_NAMES = Object.keys(WINGS) as Wing[];
