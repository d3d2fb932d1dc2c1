import type { Lens } from '../lab/types';
import { shorten, shortSite } from './labels';
import { visible } from './lens';
import { colourAt, css, type Rgb, textOn } from './palette';
import { svg } from './svg';

const [WIDTH, HEIGHT, LEFT, TOP] = [74, 20, 116, 24];

/** The logit lens as a drawing, for files; the page itself shows a table. */
export function lensSvg(data: Lens, ramp: readonly Rgb[]): SVGSVGElement {
  const size = { width: LEFT + data.tokens.length * WIDTH, height: TOP + data.layers.length * HEIGHT };
  const root = svg('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}`, class: 'lens-drawing' });
  const word = (x: number, y: number, text: string, fill = 'currentColor', most = 11) =>
    svg('text', { x, y, fill, 'font-size': 11, 'dominant-baseline': 'central' }, shorten(text, most));
  data.tokens.forEach((token, i) => {
    root.append(word(LEFT + i * WIDTH + 4, TOP / 2, visible(token)));
  });
  data.layers.forEach((layer, row) => {
    const y = TOP + row * HEIGHT;
    root.append(word(0, y + HEIGHT / 2, shortSite(layer), 'currentColor', 22));
    data.tokens.forEach((_, position) => {
      const cell = data.cells[row * data.tokens.length + position];
      if (!cell) return;
      const colour = colourAt(ramp, cell.probability);
      const x = LEFT + position * WIDTH;
      root.append(
        svg('rect', { x, y, width: WIDTH - 1, height: HEIGHT - 1, fill: css(colour) }),
        word(x + 4, y + HEIGHT / 2, visible(cell.token), textOn(colour)),
      );
    });
  });
  return root;
}
