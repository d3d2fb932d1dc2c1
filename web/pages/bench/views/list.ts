// Every closer look, in the order in which they are offered.

import type { View } from '../../../lab/types';
import { ablation } from './ablation';
import { headScores } from './head-scores';
import type { ViewKind, ViewOf } from './kind';
import { nextTokens } from './next-tokens';
import { numbers } from './numbers';
import { patching } from './patching';
import { patterns } from './patterns';
import { writing } from './writing';

export const VIEW_KINDS: { [K in View['kind']]: ViewKind<ViewOf<K>> } = {
  next_tokens: nextTokens,
  writing,
  patterns,
  head_scores: headScores,
  patching,
  ablation,
  numbers,
};

/** The kind of a view, which takes that view's settings. */
export function kindOf(kind: View['kind']): ViewKind<View> {
  return VIEW_KINDS[kind] as unknown as ViewKind<View>;
}
