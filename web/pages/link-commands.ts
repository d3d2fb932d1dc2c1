import type { Command } from '../components/command';
import { linkOf, type Shared, saveShared } from '../components/copy-link';
import { problem } from '../state/problem';
import { t } from '../words/words';

/** Copies and saves what is in view. */
export function linkCommands(makeLink: () => Shared): Command[] {
  return [
    { words: t`Copy link`, run: () => copyLink(makeLink()) },
    { words: t`Save the recipe as a file`, run: () => saveShared(makeLink()) },
  ];
}

async function copyLink(shared: Shared): Promise<string> {
  const link = await linkOf(shared);
  if (link === undefined)
    return t`This is too long for a link. Save it as a file: dropped on the page, it opens the same.`;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    throw problem('link', t`Copying is not allowed here; select the address and copy it by hand.`);
  }
  return shared.words;
}
