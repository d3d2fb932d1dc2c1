import { svg } from './svg';

/** Space between two drawings, in pixels. */
const GAP = 14;

/** Copies of drawings as one, each beneath the one before. */
export function stack(drawings: readonly SVGSVGElement[]): SVGSVGElement {
  let y = 0;
  const parts = drawings.map((drawing) => {
    const part = drawing.cloneNode(true) as SVGSVGElement;
    part.setAttribute('y', String(y));
    y += Number(drawing.getAttribute('height')) + GAP;
    return part;
  });
  const width = Math.max(...drawings.map((drawing) => Number(drawing.getAttribute('width'))));
  const height = y - GAP;
  return svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, ...parts);
}
