/**
 * Takes Plot's own `<style>` out of what it drew, so that a page under `style-src 'self'` shows it;
 * styles/figures.css has the same rules for the class `plot`.
 */
export function settlePlot(drawn: Element): Element {
  for (const style of drawn.querySelectorAll('style')) style.remove();
  drawn.setAttribute('role', 'img');
  return drawn;
}
