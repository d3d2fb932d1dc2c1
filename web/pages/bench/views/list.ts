// Every closer look, in the order in which they are offered.

import type { View } from '../../../lab/types';
import type { ViewKind, ViewOf } from './kind';
import { nextTokens } from './next-tokens';

export const VIEW_KINDS: { [K in View['kind']]: ViewKind<ViewOf<K>> } = {
  next_tokens: nextTokens,
};

/** The kind of a view, which takes that view's settings. */
export function kindOf(kind: View['kind']): ViewKind<View> {
  return VIEW_KINDS[kind] as unknown as ViewKind<View>;
}
