import { useState } from 'preact/hooks';
import { t } from '../words/words';

interface CopyLinkProps {
  /** What the address is of, for a screen reader: `this bench`. */
  what: string;
  /** Makes the address and the words about it, at the moment of copying. */
  make: () => { address: string; words: string };
}

/** Copies the link of what is in view and says what it carries. */
export function CopyLink({ what, make }: CopyLinkProps) {
  const [words, setWords] = useState('');
  const [fallback, setFallback] = useState('');
  const copy = async () => {
    const made = make();
    try {
      await navigator.clipboard.writeText(made.address);
      setWords(made.words);
      setFallback('');
    } catch {
      setWords(t`Copying is not allowed here; select the address and copy it by hand.`);
      setFallback(made.address);
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
    </div>
  );
}
