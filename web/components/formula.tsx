import { useEffect, useRef } from 'preact/hooks';

/** A formula in TeX as MathML. What sets it loads with the first formula; until then, and without it, the TeX itself stands there. */
export function Formula({ tex }: { tex: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let isCurrent = true;
    const set = async () => {
      const { default: katex } = await import('katex');
      if (!isCurrent || !place.current) return;
      // KaTeX escapes what it does not know, and the formulas are the engine's own.
      place.current.innerHTML = katex.renderToString(tex, {
        output: 'mathml',
        displayMode: true,
        throwOnError: false,
        errorColor: 'currentColor',
      });
    };
    set().catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [tex]);
  return (
    <span class="formula" ref={place} key={tex}>
      <code>{tex}</code>
    </span>
  );
}
