import { useState } from 'preact/hooks';
import { save } from '../figures/export';
import { pack } from '../state/packed-link';
import { t } from '../words/words';

/** What is in view, to be handed on. */
export interface Shared {
  address: string;
  /** What the link carries. */
  words: string;
  /** The same as a file, which opens alike when it is dropped on the page. */
  file: { name: string; text: string };
}

interface CopyLinkProps {
  /** What the address is of, for a screen reader: `this bench`. */
  what: string;
  /** Makes address, words and file, at the moment of copying. */
  make: () => Shared;
}

/** Longer addresses are cut by mail programs and messengers. */
const LONGEST = 8000;

/** The link of what is in view, compressed where that is shorter; none where it would be too long. */
export async function linkOf({ address }: Shared): Promise<string | undefined> {
  const at = address.indexOf('#');
  const link = at < 0 ? address : address.slice(0, at) + (await pack(address.slice(at)));
  return link.length > LONGEST ? undefined : link;
}

export function saveShared({ file }: Shared) {
  save(file.name, file.text, 'application/json');
}

/** Copies the link of what is in view and says what it carries; what is too long for a link becomes a file. */
export function CopyLink({ what, make }: CopyLinkProps) {
  const [words, setWords] = useState('');
  const [fallback, setFallback] = useState('');
  const copy = async () => {
    const made = make();
    const link = await linkOf(made);
    setFallback('');
    if (link === undefined) {
      setWords(t`This is too long for a link. Save it as a file: dropped on the page, it opens the same.`);
      return;
    }
    try {
      await navigator.clipboard.writeText(link);
      setWords(made.words);
    } catch {
      setWords(t`Copying is not allowed here; select the address and copy it by hand.`);
      setFallback(link);
    }
  };
  return (
    <div class="copy-link">
      <button type="button" class="primary" onClick={() => void copy()}>{t`Copy link`}</button>
      {fallback && (
        <input
          type="text"
          readOnly
          value={fallback}
          aria-label={t`Address of ${what}`}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <span class="said" role="status">
        {words}
      </span>
      {words && (
        <button type="button" class="quiet" onClick={() => saveShared(make())}>{t`Save as a file`}</button>
      )}
    </div>
  );
}
