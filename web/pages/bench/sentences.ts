// Sentences that the plate says about its state.

import { formatDifference } from '../../figures/numbers';
import type { Inputs, Recipe } from '../../lab/types';
import type { Comparison } from '../../state/bench';
import { day } from '../../words/numbers';
import { t } from '../../words/words';

const NAMES: Record<string, string> = {
  similarity: t`the similarity of sites`,
  rdm: t`the dissimilarity of stimuli`,
  map: t`the map`,
  dimension: t`the dimensions`,
  similarity_intervals: t`the intervals of the similarity`,
  lens: t`the logit lens`,
  next_tokens: t`the next tokens`,
  writing: t`what the model writes`,
  patterns: t`the attention patterns`,
  head_scores: t`the head scores`,
};

/** How a re-run compares with what it was held against. */
export function verdictSentence({ verdict, against, backend, engines }: Comparison): string {
  const isLink = against === 'link';
  const there = backend.toUpperCase();
  switch (verdict.kind) {
    case 'exact':
      return isLink
        ? t`Computed here; it matches what the link’s author measured to the bit.`
        : t`Computed here; it matches the stored result to the bit.`;
    case 'close': {
      const off = formatDifference(verdict.worst);
      return isLink
        ? t`Computed here; it matches what the link’s author measured (there on the ${there}) within ${off} of the largest value.`
        : t`Computed here; it matches the stored result (there on the ${there}) within ${off} of the largest value.`;
    }
    case 'differs': {
      const by =
        verdict.worst === undefined
          ? t`which is missing or of another size`
          : t`by up to ${formatDifference(verdict.worst)} of its largest value`;
      const figure = NAMES[verdict.figure.replace(/-\d+$/, '')] ?? verdict.figure;
      const differs = isLink
        ? t`Computed here; it differs from what the link’s author measured (there on the ${there}) in ${figure}, ${by}.`
        : t`Computed here; it differs from the stored result (there on the ${there}) in ${figure}, ${by}.`;
      return differs + versionsWords(engines);
    }
  }
}

function versionsWords([there, here]: Comparison['engines']): string {
  return there && there !== here ? ` ${t`That run was made by Inscape ${there}, this one by ${here}.`}` : '';
}

/** The question that the plate answers. */
export function question(architecture: string, inputs: Inputs, n: number): string {
  if (n === 1) return t`What does ${architecture} make of one text?`;
  if (n < 3) return t`What does ${architecture} make of ${n} texts?`;
  if (inputs.kind === 'lines')
    return t`What do the layers of ${architecture} find alike in ${n} lines of text?`;
  if (inputs.kind === 'files') return t`What do the layers of ${architecture} find alike in ${n} images?`;
  return inputs.set.startsWith('photos')
    ? t`What do the layers of ${architecture} find alike in ${n} photographs?`
    : t`What do the layers of ${architecture} find alike in ${n} sentences?`;
}

/** What a copied link carries, for its sender to know. */
export function linkSentence(recipe: Recipe): string {
  const parts = [t`Link copied.`];
  if (recipe.inputs.kind === 'lines') {
    const n = recipe.inputs.lines.length;
    parts.push(
      n === 1
        ? t`It carries your line of text: whoever has it can read it.`
        : t`It carries your ${n} lines of text: whoever has it can read them.`,
    );
  }
  if (recipe.inputs.kind === 'files') parts.push(t`It names your image files but does not carry them.`);
  if (recipe.model.revision === 'local') parts.push(t`It names your model but does not carry it.`);
  if (!recipe.digest) parts.push(t`The run is not finished, so it cannot be checked against yours yet.`);
  return parts.join(' ');
}

/** The date of a stored result in words. */
export function storedSentence(stored: string, isRunning: boolean): string {
  const date = stored ? new Date(stored) : undefined;
  if (!date || Number.isNaN(date.getTime()))
    return isRunning
      ? t`A stored result, computed earlier; now computing it live on your machine …`
      : t`A stored result, computed earlier.`;
  return isRunning
    ? t`A stored result, computed earlier on ${day(date, true)}; now computing it live on your machine …`
    : t`A stored result, computed earlier on ${day(date, true)}.`;
}
