import { svg } from './svg';

export interface Cell {
  row: number;
  column: number;
}

export interface CellListener {
  onMove(cell: Cell | undefined): void;
  /** The row that was chosen, and the column if it was by a cell. */
  onChoose(row: number, column: number | undefined): void;
}

/** Where the cells are, in pixels. */
export interface CellPlace {
  left: number;
  top: number;
  width: number;
  height: number;
}

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Cells smaller than this (px) are marked by a larger square around them. */
const LEAST_MARK = 5;

/**
 * A cell cursor that follows pointer and arrow keys, `start` cell first if there is one. Of matrices side by side, which
 * have the same cells, each has a mark.
 */
export function followCell(
  root: SVGSVGElement,
  [rows, columns]: [number, number],
  given: CellPlace | readonly CellPlace[],
  listener: CellListener,
  start?: Cell,
) {
  const places = 'left' in given ? [given] : given;
  const marks = places.map(({ width, height }) => {
    const size = { width: Math.max(width, LEAST_MARK), height: Math.max(height, LEAST_MARK) };
    return svg('rect', { class: 'cursor', ...size, visibility: 'hidden' });
  });
  root.append(...marks);
  let at: Cell | undefined;

  const move = (next: Cell | undefined) => {
    at = next;
    marks.forEach((mark, i) => {
      const { left, top, width, height } = places[i]!;
      mark.setAttribute('visibility', next ? 'visible' : 'hidden');
      if (!next) return;
      const beyond = (size: number) => Math.max(LEAST_MARK - size, 0) / 2;
      mark.setAttribute('x', String(left + next.column * width - beyond(width)));
      mark.setAttribute('y', String(top + next.row * height - beyond(height)));
    });
    listener.onMove(next);
  };

  if (start && start.row < rows && start.column < columns) move(start);

  const under = (event: PointerEvent | MouseEvent) => {
    const box = root.getBoundingClientRect();
    const scale = root.viewBox.baseVal.width / box.width;
    const all = places.map(({ left, top, width, height }) => {
      const column = Math.floor(((event.clientX - box.left) * scale - left) / width);
      const row = Math.floor(((event.clientY - box.top) * scale - top) / height);
      const isRow = row >= 0 && row < rows;
      return {
        row: isRow ? row : undefined,
        cell: isRow && column >= 0 && column < columns ? { row, column } : undefined,
      };
    });
    return all.find(({ cell }) => cell) ?? all.find(({ row }) => row !== undefined) ?? all[0]!;
  };

  root.addEventListener('pointermove', (event) => {
    const next = under(event).cell;
    if (next?.row !== at?.row || next?.column !== at?.column) move(next);
  });
  root.addEventListener('pointerleave', () => move(undefined));
  root.addEventListener('blur', () => move(undefined));
  root.addEventListener('click', (event) => {
    const { row, cell } = under(event);
    if (row !== undefined) listener.onChoose(row, cell?.column);
  });
  root.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step) {
      const clamp = (value: number, n: number) => Math.min(Math.max(value, 0), n - 1);
      move(
        at
          ? { row: clamp(at.row + step[0], rows), column: clamp(at.column + step[1], columns) }
          : { row: 0, column: 0 },
      );
      event.preventDefault();
    } else if (event.key === 'Enter' && at) {
      listener.onChoose(at.row, at.column);
    } else if (event.key === 'Escape') {
      move(undefined);
    }
  });
}
