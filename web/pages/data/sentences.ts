// Sentences that the page says about its state.

import { formatDifference, formatSeconds } from '../../figures/numbers';
import type { ArrayCard, DataReport } from '../../lab/types';
import type { DataComparison } from '../../state/data';
import type { DataForm, TaskKind } from '../../state/data-form';
import { t } from '../../words/words';

export const KINDS: Record<TaskKind, { title: string; about: string }> = {
  compare: { title: t`Compare`, about: t`Every chosen array with every other, by one measure.` },
  reference: {
    title: t`Against a reference`,
    about: t`Arrays against what was measured, such as the RDMs of several subjects, with intervals and a noise ceiling.`,
  },
  summaries: {
    title: t`Each alone`,
    about: t`Numbers for each array by itself: dimensions, isotropy, and with labels how classes lie.`,
  },
  decode: {
    title: t`Read classes`,
    about: t`How well a decoder reads the classes from an array, on stimuli that it did not see.`,
  },
  encode: {
    title: t`Predict`,
    about: t`How well an array predicts recordings by ridge regression, on stimuli that it did not see.`,
  },
  information: {
    title: t`Information`,
    about: t`How much two arrays of few units tell of each other, beside what chance would say.`,
  },
  pairs: {
    title: t`Pairs`,
    about: t`How far the likeness of named vectors follows what people said of pairs, as of words.`,
  },
  rdms: {
    title: t`RDMs`,
    about: t`How far apart the stimuli are in each array, as pictures side by side on one scale.`,
  },
  cluster: { title: t`Groups`, about: t`Stimuli put into groups: by a tree, by means, by their neighbours.` },
  neighbours: {
    title: t`Neighbours`,
    about: t`The stimuli in the plane, each joined by lines to those that it lies nearest to.`,
  },
  map: { title: t`Map`, about: t`The stimuli in the plane, near where the array finds them alike.` },
  rdm: {
    title: t`Noise and topology`,
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
export function question({ kind, array, reference, labels, targets, ratings, graph }: DataForm): string {
  switch (kind) {
    case 'compare':
      return t`How alike are these arrays?`;
    case 'reference':
      return reference ? t`Which array comes nearest to ${reference}?` : t`Which array comes nearest?`;
    case 'summaries':
      return t`What is each array like by itself?`;
    case 'decode':
      return array && labels ? t`Can ${labels} be read from ${array}?` : t`What can be read from an array?`;
    case 'encode':
      return array && targets ? t`Does ${array} predict ${targets}?` : t`What does an array predict?`;
    case 'information':
      return array && targets
        ? t`What do ${array} and ${targets} tell of each other?`
        : t`What do two arrays share?`;
    case 'pairs':
      return array && ratings ? t`Does ${array} follow ${ratings}?` : t`Do vectors follow people?`;
    case 'rdms':
      return t`How far apart are the stimuli?`;
    case 'cluster':
      return array ? t`Which stimuli make groups in ${array}?` : t`Which stimuli make groups?`;
    case 'neighbours':
      return array
        ? t`Which stimuli lie next to each other in ${array}?`
        : t`Which stimuli lie next to each other?`;
    case 'rdm':
      return array ? t`How far apart are the stimuli of ${array}?` : t`How far apart are the stimuli?`;
    case 'regression':
      return reference ? t`Which models explain ${reference}?` : t`Which models explain the reference?`;
    case 'energy':
      return graph ? t`How smooth are the arrays on ${graph}?` : t`How smooth are the arrays on a graph?`;
    case 'map':
      return array
        ? t`Which stimuli lie near each other in ${array}?`
        : t`Which stimuli lie near each other?`;
  }
}

/** How a run compares with that of a link's author. */
export function verdictSentence({ verdict, others }: DataComparison): string {
  const because = otherWords(others);
  switch (verdict.kind) {
    case 'exact':
      return t`This matches what the link’s author measured to the bit.` + because;
    case 'close':
      return (
        t`This matches what the link’s author measured within ${formatDifference(verdict.worst)} of the largest value.` +
        because
      );
    case 'differs': {
      const by =
        verdict.worst === undefined
          ? t`which is missing or of another size`
          : t`by up to ${formatDifference(verdict.worst)} of its largest value`;
      const figure = verdict.figure.replaceAll('_', ' ');
      return t`This differs from what the link’s author measured in the figure “${figure}”, ${by}.` + because;
    }
  }
}

function otherWords(others: readonly string[]): string {
  if (others.length === 0) return '';
  const names = listed(others);
  const words =
    others.length === 1
      ? t`Other numbers than the author’s stand in the array ${names}.`
      : t`Other numbers than the author’s stand in the arrays ${names}.`;
  return ` ${words}`;
}

/** How long it took and where. */
export function originSentence({ times, engine, n_stimuli, recipe }: DataReport): string {
  const seconds = times.reduce((sum, time) => sum + time.seconds, 0);
  return t`Computed on your machine in ${formatSeconds(seconds)} by Inscape ${engine}: ${n_stimuli} stimuli, seed ${recipe.seed}.`;
}

/** `60 × 20`; a lone number has no dimensions. */
export const shapeWords = (shape: readonly number[]) =>
  shape.length === 0 ? t`one number` : shape.join(' × ');

/** `60, named` or `60`. */
export const stimuliWords = ({ n_stimuli, stimuli }: ArrayCard) =>
  stimuli.length > 0 ? t`${n_stimuli}, named` : `${n_stimuli}`;

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : t`${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
