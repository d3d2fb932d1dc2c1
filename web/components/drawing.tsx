import { useEffect } from 'preact/hooks';
import { themeChange } from './use-theme';
import { useWidth } from './use-width';

/** Most height of a figure between others, and what words and buttons take of a full screen, in pixels. */
const [USUAL, WORDS] = [520, 210];

interface DrawingProps {
  /** Draws for a width and at most a height in pixels. May load what it needs first. */
  draw: (width: number, most: number) => Element | Promise<Element>;
  /** Draws anew when one of these changes. */
  on: unknown[];
}

/** The place of a drawn figure: as wide as there is room, drawn again when width, data or theme change. */
export function Drawing({ draw, on }: DrawingProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  useEffect(() => {
    const place = ref.current;
    if (!place || width === 0) return;
    let isCurrent = true;
    const put = (element: Element) => {
      if (!isCurrent) return;
      const hadFocus = place.contains(document.activeElement);
      place.replaceChildren(element);
      if (hadFocus) (place.firstElementChild as HTMLElement | null)?.focus();
    };
    const most = place.closest('.whole') ? Math.max(window.innerHeight - WORDS, 200) : USUAL;
    const drawn = draw(width, most);
    if (drawn instanceof Promise) drawn.then(put, () => {});
    else put(drawn);
    return () => {
      isCurrent = false;
    };
  }, [width, themeChange.value, ...on]);
  return <div class="drawing" ref={ref} />;
}
