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

/** A cell cursor that follows pointer and arrow keys, `start` cell first if there is one. */
export function followCell(
  root: SVGSVGElement,
  [rows, columns]: [number, number],
  { left, top, width, height }: CellPlace,
  listener: CellListener,
  start?: Cell,
) {
  const cursor = svg('rect', { class: 'cursor', width, height, visibility: 'hidden' });
  root.append(cursor);
  let at: Cell | undefined;

  const move = (next: Cell | undefined) => {
    at = next;
    cursor.setAttribute('visibility', next ? 'visible' : 'hidden');
    if (next) {
      cursor.setAttribute('x', String(left + next.column * width));
      cursor.setAttribute('y', String(top + next.row * height));
    }
    listener.onMove(next);
  };

  if (start && start.row < rows && start.column < columns) move(start);

  const under = (event: PointerEvent | MouseEvent) => {
    const box = root.getBoundingClientRect();
    const scale = root.viewBox.baseVal.width / box.width;
    const column = Math.floor(((event.clientX - box.left) * scale - left) / width);
    const row = Math.floor(((event.clientY - box.top) * scale - top) / height);
    const isRow = row >= 0 && row < rows;
    return {
      row: isRow ? row : undefined,
      cell: isRow && column >= 0 && column < columns ? { row, column } : undefined,
    };
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
