// A figure small and still, as a picture on a card: drawn by what draws it large, and scaled by its box.

import type { Figure } from '../lab/types';
import { grid } from './grid';
import { heatmap } from './heatmap';
import { readRamp } from './palette';
import { panels } from './panels';
import { plotted } from './plotted';

/** Size at which a still figure is drawn, in pixels; its letters are readable at two thirds of it. */
const [WIDTH, HEIGHT] = [420, 280];

/** Draws a figure as a still picture. Rejects for kinds that are lists or tables of words. */
export async function still(figure: Figure): Promise<Element> {
  const drawn = await draw(figure);
  const picture = drawn instanceof SVGSVGElement ? drawn : drawn.querySelector('svg');
  if (picture) scaleToBox(picture);
  return drawn;
}

async function draw(figure: Figure): Promise<Element> {
  const size = { width: WIDTH, height: HEIGHT };
  switch (figure.kind) {
    case 'heatmap':
      return heatmap(figure, {
        width: WIDTH,
        ramp: readRamp(figure.entries === 'stimuli' ? '--ramp-distance' : '--ramp-similarity'),
      });
    case 'grid':
      return grid(figure, {
        width: WIDTH,
        ramp: readRamp(figure.is_diverging ? '--ramp-diverging' : '--ramp-similarity'),
      });
    case 'panels':
      return panels(figure, { width: WIDTH, ramp: readRamp('--ramp-distance') });
    case 'curve':
    case 'intervals':
    case 'lines':
    case 'plane':
      return plotted(figure, size);
    case 'scatter':
      return (await import('./map')).map(figure, size);
    case 'neighbour_graph':
      return (await import('./neighbour-graph')).neighbourGraph(figure, size);
    case 'tree':
      return (await import('./dendrogram')).dendrogram(figure, {
        width: WIDTH,
        most: HEIGHT,
        nGroups: figure.n_groups,
        onCut: () => {},
      });
    case 'table':
    case 'lens':
    case 'patterns':
    case 'written':
      throw new Error(`A figure of kind ${figure.kind} has no small picture.`);
  }
}

/** Lets a drawing be as large as its box. */
function scaleToBox(picture: SVGSVGElement) {
  const [width, height] = [picture.getAttribute('width'), picture.getAttribute('height')];
  if (!picture.hasAttribute('viewBox')) picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  picture.removeAttribute('width');
  picture.removeAttribute('height');
  picture.removeAttribute('tabindex');
  picture.style.width = '100%';
  picture.style.height = '100%';
}
