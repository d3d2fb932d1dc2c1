// Sentences that the plate says about its state.

import { formatDifference } from '../../figures/numbers';
import type { Inputs, Recipe } from '../../lab/types';
import type { Comparison } from '../../state/bench';

const NAMES: Record<string, string> = {
  similarity: 'the similarity of sites',
  rdm: 'the dissimilarity of stimuli',
  map: 'the map',
  dimension: 'the dimensions',
  lens: 'the logit lens',
  next_tokens: 'the next tokens',
  writing: 'what the model writes',
  patterns: 'the attention patterns',
  head_scores: 'the head scores',
};

/** How a re-run compares with what it was held against. */
export function verdictSentence({ verdict, against, backend, engines }: Comparison): string {
  const what = against === 'link' ? 'what the link’s author measured' : 'the stored result';
  const where = ` (there on the ${backend.toUpperCase()})`;
  const [there, here] = engines;
  const versions =
    there && there !== here ? ` That run was made by Inscape ${there}, this one by ${here}.` : '';
  switch (verdict.kind) {
    case 'exact':
      return `Computed here; it matches ${what} to the bit.`;
    case 'close':
      return `Computed here; it matches ${what}${where} within ${formatDifference(verdict.worst)} of the largest value.`;
    case 'differs': {
      const by =
        verdict.worst === undefined
          ? 'which is missing or of another size'
          : `by up to ${formatDifference(verdict.worst)} of its largest value`;
      return `Computed here; it differs from ${what}${where} in ${NAMES[verdict.figure.replace(/-\d+$/, '')] ?? verdict.figure}, ${by}.${versions}`;
    }
  }
}

/** The question that the plate answers. */
export function question(architecture: string, inputs: Inputs, n: number): string {
  if (n < 3) return `What does ${architecture} make of ${n === 1 ? 'one text' : `${n} texts`}?`;
  return `What do the layers of ${architecture} find alike in ${n} ${nounOf(inputs)}?`;
}

function nounOf(inputs: Inputs): string {
  if (inputs.kind === 'lines') return 'lines of text';
  if (inputs.kind === 'files') return 'images';
  return inputs.set.startsWith('photos') ? 'photographs' : 'sentences';
}

/** What a copied link carries, for its sender to know. */
export function linkSentence(recipe: Recipe): string {
  const parts = ['Link copied.'];
  if (recipe.inputs.kind === 'lines') {
    const n = recipe.inputs.lines.length;
    parts.push(
      `It carries your ${n === 1 ? 'line' : `${n} lines`} of text: whoever has it can read ${n === 1 ? 'it' : 'them'}.`,
    );
  }
  if (recipe.inputs.kind === 'files') parts.push('It names your image files but does not carry them.');
  if (recipe.model.revision === 'local') parts.push('It names your model but does not carry it.');
  if (!recipe.digest) parts.push('The run is not finished, so it cannot be checked against yours yet.');
  return parts.join(' ');
}

/** The date of a stored result in words. */
export function storedSentence(stored: string, isRunning: boolean): string {
  const date = stored ? new Date(stored) : undefined;
  const on =
    date && !Number.isNaN(date.getTime())
      ? ` on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`
      : '';
  return `A stored result, computed earlier${on}${isRunning ? '; now computing it live on your machine …' : '.'}`;
}
