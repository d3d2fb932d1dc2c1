import { useEffect, useRef } from 'preact/hooks';

interface MarkdownProps {
  text: string;
  /** A line of text within another, without paragraphs. */
  isInline?: boolean;
  /** Language of the text, where it may not be the page's. */
  lang?: string | undefined;
}

/**
 * Markdown with formulas between dollar signs. What sets it loads with the first text; until then, and without it, the
 * text stands there as it was written.
 */
export function Markdown({ text, isInline = false, lang }: MarkdownProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isCurrent = true;
    const set = async () => {
      const { render } = await import('./markdown-html');
      const nodes = await render(text, isInline);
      if (isCurrent) place.current?.replaceChildren(nodes);
    };
    set().catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [text, isInline]);
  return (
    <div class={isInline ? 'markdown inline' : 'markdown'} ref={place} key={text} lang={lang}>
      {text}
    </div>
  );
}
