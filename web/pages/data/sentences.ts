// Sentences that the page says about its state.

import { formatDifference, formatSeconds } from '../../figures/numbers';
import type { ArrayCard, DataReport } from '../../lab/types';
import type { DataComparison } from '../../state/data';
import type { DataForm, TaskKind } from '../../state/data-form';
import { t } from '../../words/words';

export const KINDS: Record<TaskKind, { title: string; about: string }> = {
  compare: { title: 'Compare', about: 'Every chosen array with every other, by one measure.' },
  reference: {
    title: 'Against a reference',
    about:
      'Arrays against what was measured, such as the RDMs of several subjects, with intervals and a noise ceiling.',
  },
  summaries: {
    title: 'Each alone',
    about: 'Numbers for each array by itself: dimensions, isotropy, and with labels how classes lie.',
  },
  decode: {
    title: 'Read classes',
    about: 'How well a decoder reads the classes from an array, on stimuli that it did not see.',
  },
  encode: {
    title: 'Predict',
    about: 'How well an array predicts recordings by ridge regression, on stimuli that it did not see.',
  },
  information: {
    title: 'Information',
    about: 'How much two arrays of few units tell of each other, beside what chance would say.',
  },
  map: { title: 'Map', about: 'The stimuli in the plane, near where the array finds them alike.' },
  rdm: {
    title: t`RDM`,
    about: t`How far apart stimuli or noisy conditions are, and which of that is topology.`,
  },
  regression: {
    title: t`Mixture of models`,
    about: t`A reference RDM as a mixture of models, and what each model adds to the others.`,
  },
  energy: {
    title: t`On a graph`,
    about: t`How much arrays differ along the edges of a graph of their stimuli, beside what chance would say.`,
  },
};

/** The question that the figures answer. */
export function question({ kind, array, reference, labels, targets, graph }: DataForm): string {
  switch (kind) {
    case 'compare':
      return 'How alike are these arrays?';
    case 'reference':
      return reference ? `Which array comes nearest to ${reference}?` : 'Which array comes nearest?';
    case 'summaries':
      return 'What is each array like by itself?';
    case 'decode':
      return array && labels ? `Can ${labels} be read from ${array}?` : 'What can be read from an array?';
    case 'encode':
      return array && targets ? `Does ${array} predict ${targets}?` : 'What does an array predict?';
    case 'information':
      return array && targets
        ? `What do ${array} and ${targets} tell of each other?`
        : 'What do two arrays share?';
    case 'rdm':
      return array ? t`How far apart are the stimuli of ${array}?` : t`How far apart are the stimuli?`;
    case 'regression':
      return reference ? t`Which models explain ${reference}?` : t`Which models explain the reference?`;
    case 'energy':
      return graph ? t`How smooth are the arrays on ${graph}?` : t`How smooth are the arrays on a graph?`;
    case 'map':
      return array ? `Which stimuli lie near each other in ${array}?` : 'Which stimuli lie near each other?';
  }
}

/** How a run compares with that of a link's author. */
export function verdictSentence({ verdict, others }: DataComparison): string {
  const author = 'what the link’s author measured';
  const names = listed(others);
  const because =
    others.length === 0
      ? ''
      : ` Other numbers than the author’s ${others.length === 1 ? 'stand in the array' : 'stand in the arrays'} ${names}.`;
  switch (verdict.kind) {
    case 'exact':
      return `This matches ${author} to the bit.${because}`;
    case 'close':
      return `This matches ${author} within ${formatDifference(verdict.worst)} of the largest value.${because}`;
    case 'differs': {
      const by =
        verdict.worst === undefined
          ? 'which is missing or of another size'
          : `by up to ${formatDifference(verdict.worst)} of its largest value`;
      return `This differs from ${author} in the figure “${verdict.figure.replaceAll('_', ' ')}”, ${by}.${because}`;
    }
  }
}

/** How long it took and where. */
export function originSentence({ times, engine, n_stimuli, recipe }: DataReport): string {
  const seconds = times.reduce((sum, time) => sum + time.seconds, 0);
  return `Computed on your machine in ${formatSeconds(seconds)} by Inscape ${engine}: ${n_stimuli} stimuli, seed ${recipe.seed}.`;
}

/** `60 × 20`; a lone number has no dimensions. */
export const shapeWords = (shape: readonly number[]) =>
  shape.length === 0 ? 'one number' : shape.join(' × ');

/** `60, named` or `60`. */
export const stimuliWords = ({ n_stimuli, stimuli }: ArrayCard) =>
  stimuli.length > 0 ? `${n_stimuli}, named` : `${n_stimuli}`;

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
