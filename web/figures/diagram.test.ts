// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { FAKE_CARD } from '../lab/fake-cards';
import { diagram } from './diagram';

const draw = (width: number) =>
  diagram(FAKE_CARD.system, { width, alt: 'The system.', words: (label) => label });
const boxes = (drawn: SVGSVGElement) =>
  [...drawn.querySelectorAll('rect')].map((rect) => ({
    x: Number(rect.getAttribute('x')),
    y: Number(rect.getAttribute('y')),
    width: Number(rect.getAttribute('width')),
    height: Number(rect.getAttribute('height')),
  }));

describe('a system', () => {
  it('is drawn with all its boxes, arrows and labels, and read aloud in words', () => {
    const drawn = draw(900);
    expect(drawn.querySelectorAll('rect')).toHaveLength(4);
    expect(drawn.querySelectorAll('path.arrow')).toHaveLength(3);
    expect(drawn.querySelectorAll('.arrow-label')).toHaveLength(3);
    expect(drawn.getAttribute('aria-label')).toBe('The system.');
  });

  it.each([900, 420, 320, 240])('of %i pixels keeps its boxes within it and apart', (width) => {
    const drawn = draw(width);
    expect(Number(drawn.getAttribute('width'))).toBeLessThanOrEqual(width + 1);
    const all = boxes(drawn);
    for (const [i, a] of all.entries()) {
      expect(a.x + a.width).toBeLessThanOrEqual(width + 1);
      for (const b of all.slice(i + 1)) {
        const isApart =
          a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
        expect(isApart).toBe(true);
      }
    }
  });

  it('flows down where there is no room to the right', () => {
    const [inputs, hidden] = boxes(draw(240));
    expect(hidden!.y).toBeGreaterThan(inputs!.y + inputs!.height);
  });
});
