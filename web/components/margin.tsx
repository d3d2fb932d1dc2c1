import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { embed } from '../state/embed';
import { t } from '../words/words';

/** From this width on the controls stand beside the plate; below they fold away. Also in styles/bench.css. */
const BESIDE = '(min-width: 62rem)';

interface MarginProps {
  /** What the fold says on a narrow page. */
  summary: string;
  children: ComponentChildren;
  /** What stays in view on a narrow page. */
  always?: ComponentChildren;
}

/** The controls beside the plate. */
export function Margin({ summary, children, always }: MarginProps) {
  const [isBeside, setIsBeside] = useState(() => matchMedia(BESIDE).matches);
  useEffect(() => {
    const query = matchMedia(BESIDE);
    const follow = () => setIsBeside(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  if (embed && !embed.hasControls) {
    return always ? (
      <aside class="margin" aria-label="Controls">
        {always}
      </aside>
    ) : null;
  }
  return (
    <aside class="margin" aria-label={t`Controls`}>
      {isBeside ? (
        children
      ) : (
        <details class="fold">
          <summary>{summary}</summary>
          {children}
        </details>
      )}
      {always}
    </aside>
  );
}
