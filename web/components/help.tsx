import { useId, useState } from 'preact/hooks';
import { t } from '../words/words';
import { HELP, type HelpTopic } from './help-texts';

interface HelpProps {
  topic: HelpTopic;
  /** The name of the section, for who hears the button and does not see where it stands. */
  of: string;
}

/**
 * A “?” that opens what a section is for, and what to do there first. What it opens follows it at once, so that a
 * screen reader goes on into it; Escape closes it.
 */
export function Help({ topic, of }: HelpProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        class="ask"
        aria-label={t`Help: ${of}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={close}
      >
        ?
      </button>
      <p class="asked" id={id} hidden={!isOpen}>
        {isOpen && HELP[topic]}
      </p>
    </>
  );
}
