import type { Figure } from '../lab/types';

type Plotted = Extract<Figure, { kind: 'curve' | 'intervals' | 'lines' | 'plane' }>;

/** Draws a figure with Observable Plot, which loads with the first of them. Heights follow from the rows in some. */
export async function plotted(figure: Plotted, size: { width: number; height: number }): Promise<Element> {
  switch (figure.kind) {
    case 'curve':
      return (await import('./curve')).curve(figure, size);
    case 'intervals':
      return (await import('./intervals')).intervals(figure, size);
    case 'lines':
      return (await import('./lines')).lines(figure, size);
    case 'plane':
      return (await import('./plane')).plane(figure, size);
  }
}
