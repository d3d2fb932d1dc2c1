/**
 * Takes Plot's own `<style>` out of what it drew, so that a page under `style-src 'self'` shows it;
 * styles/figures.css has the same rules for the class `plot`. Plot names its groups after their marks, and only
 * what has a role may have a name; within an image nobody hears it.
 */
export function settlePlot(drawn: Element): Element {
  for (const style of drawn.querySelectorAll('style')) style.remove();
  for (const group of drawn.querySelectorAll('g[aria-label]:not([role])'))
    group.setAttribute('role', 'group');
  drawn.setAttribute('role', 'img');
  return drawn;
}
