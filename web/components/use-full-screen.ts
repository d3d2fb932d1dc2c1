import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * An element over the whole screen and back; Escape ends it, and focus stays where it was. Where a browser gives an
 * element no full screen (phones), the element covers the page as a popover.
 */
export function useFullScreen(ref: RefObject<HTMLElement | null>) {
  const [isWhole, setIsWhole] = useState(false);

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const follow = () => {
      const isOpen = document.fullscreenElement === element || isPopover(element);
      setIsWhole(isOpen);
      // Without the attribute it stands in the page again.
      if (!isOpen) element.removeAttribute('popover');
    };
    document.addEventListener('fullscreenchange', follow);
    element.addEventListener('toggle', follow);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
      element.removeEventListener('toggle', follow);
    };
  }, []);

  const toggle = () => {
    const element = ref.current;
    if (!element) return;
    if (document.fullscreenElement === element) void document.exitFullscreen();
    else if (isPopover(element)) element.hidePopover();
    else if (document.fullscreenEnabled) element.requestFullscreen().catch(() => cover(element));
    else cover(element);
  };

  return { isWhole, toggle };
}

const isPopover = (element: HTMLElement) => element.popover !== null && element.matches(':popover-open');

/** Over the page, in front of everything. */
function cover(element: HTMLElement) {
  const focused = document.activeElement as HTMLElement | null;
  element.popover = 'auto';
  element.showPopover();
  focused?.focus();
}
