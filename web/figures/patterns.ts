// Attention patterns of all heads: a grid of small pictures, layers down and heads across, of which only those in view
// are painted.

import type { AttentionPatterns } from '../lab/types';
import { fromEngine } from '../words/engine';
import { t } from '../words/words';
import { visible } from './lens';
import { formatValue } from './numbers';
import { colourAt, type Rgb } from './palette';

/** One head: the place of its layer among the layers, and its number. */
export interface HeadPlace {
  row: number;
  head: number;
}

export interface PatternsOptions {
  ramp: readonly Rgb[];
  onChoose: (head: HeadPlace) => void;
}

/** Colours of the table from which pixels are painted. */
const STEPS = 256;
/** Space around what is in view in which pictures are painted ahead. */
const AHEAD = '120px';

/** The numbers of one head: `[query, key]`, row-major. */
export function patternOf(data: AttentionPatterns, { row, head }: HeadPlace): ArrayLike<number> {
  const size = data.tokens.length ** 2;
  const start = (row * data.n_heads + head) * size;
  return data.values.slice(start, start + size);
}

/** `head 18.6`. */
export function headName(data: AttentionPatterns, { row, head }: HeadPlace): string {
  return t`head ${`${data.layers[row]}.${head}`}`;
}

/** What one cell of a head's pattern says. */
export function readPattern(data: AttentionPatterns, place: HeadPlace, query: number, key: number): string {
  const value = patternOf(data, place)[query * data.tokens.length + key];
  const token = (i: number) => `“${visible(data.tokens[i] ?? '')}”`;
  return t`${headName(data, place)}: ${token(query)} looks at ${token(key)} ${formatValue(value ?? Number.NaN)}`;
}

export interface PatternGrid {
  element: HTMLElement;
  /** Marks the chosen head. */
  mark: (head: HeadPlace) => void;
  /** Ends the watch over what is in view. */
  stop: () => void;
}

/** Draws the grid. One picture takes focus; arrow keys go to the next one, and what is chosen is told. */
export function patternGrid(data: AttentionPatterns, { ramp, onChoose }: PatternsOptions): PatternGrid {
  const element = document.createElement('div');
  element.className = 'pattern-grid';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', fromEngine(data.caption.alt));
  element.style.setProperty('--n-heads', String(data.n_heads));
  const table = Array.from({ length: STEPS }, (_, i) => colourAt(ramp, i / (STEPS - 1)));
  const buttons: HTMLButtonElement[] = [];
  const places = new Map<Element, HeadPlace>();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const canvas = target.firstElementChild as HTMLCanvasElement;
        if (isIntersecting) paintHead(canvas, data, places.get(target)!, table);
        // A canvas without a size holds no memory.
        else canvas.width = canvas.height = 0;
      }
    },
    { root: element, rootMargin: AHEAD },
  );
  data.layers.forEach((layer, row) => {
    const label = document.createElement('span');
    label.className = 'layer';
    label.textContent = String(layer);
    element.append(label);
    for (let head = 0; head < data.n_heads; head++) {
      const button = document.createElement('button');
      button.type = 'button';
      button.title = headName(data, { row, head });
      button.setAttribute('aria-label', button.title);
      button.append(document.createElement('canvas'));
      places.set(button, { row, head });
      buttons.push(button);
      watch.observe(button);
      element.append(button);
    }
  });
  const mark = ({ row, head }: HeadPlace) => {
    buttons.forEach((button, i) => {
      const isChosen = i === row * data.n_heads + head;
      button.tabIndex = isChosen ? 0 : -1;
      button.setAttribute('aria-pressed', String(isChosen));
      if (isChosen) bringIntoView(element, button);
    });
  };
  mark({ row: 0, head: 0 });
  element.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    const place = button && places.get(button);
    if (place) onChoose(place);
  });
  element.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -data.n_heads,
      ArrowDown: data.n_heads,
    };
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = buttons[at + (steps[event.key] ?? 0)];
    if (at < 0 || !steps[event.key]) return;
    event.preventDefault();
    if (!next) return;
    next.focus();
    onChoose(places.get(next)!);
  });
  return { element, mark, stop: () => watch.disconnect() };
}

/** Scrolls the grid, and nothing around it, so far that a picture is seen. */
function bringIntoView(grid: HTMLElement, picture: HTMLElement) {
  const [top, bottom] = [picture.offsetTop, picture.offsetTop + picture.offsetHeight];
  if (top < grid.scrollTop || bottom > grid.scrollTop + grid.clientHeight)
    grid.scrollTop = top - grid.clientHeight / 2;
}

/** Paints a head into its canvas, a pixel a cell. */
function paintHead(
  canvas: HTMLCanvasElement,
  data: AttentionPatterns,
  place: HeadPlace,
  table: readonly Rgb[],
) {
  const n = data.tokens.length;
  canvas.width = canvas.height = n;
  const context = canvas.getContext('2d');
  if (!context) return;
  const pixels = context.createImageData(n, n);
  const values = patternOf(data, place);
  for (let i = 0; i < values.length; i++) {
    const [r, g, b] = table[Math.round(Math.min(Math.max(values[i]!, 0), 1) * (STEPS - 1))] ?? table[0]!;
    pixels.data[4 * i] = r;
    pixels.data[4 * i + 1] = g;
    pixels.data[4 * i + 2] = b;
    pixels.data[4 * i + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
}
