import type { TrainPoint, TrainProgress } from '../../lab/types';
import { type Run, updateTrain } from '../../state/train';

/** The figure is drawn anew at most this often. */
const SHOW_EVERY_MS = 250;

/** Gathers what the runs say and shows it a few times a second. */
export class Recorder {
  runs: Run[];
  #points: TrainPoint[][];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(runs: readonly Run[]) {
    this.runs = [...runs];
    this.#points = runs.map((run) => [...run.points]);
  }

  progress(i: number, progress: TrainProgress) {
    this.#change(i, { progress });
  }

  /** A run that was resumed says some points again. */
  point(i: number, point: TrainPoint) {
    const points = this.#points[i]!;
    while (points.length > 0 && points.at(-1)!.step >= point.step) points.pop();
    points.push(point);
    this.#change(i, {});
  }

  /** Notes a snapshot; the points up to it go with it. */
  keep(i: number, step: number): TrainPoint[] {
    this.#change(i, { kept_step: step });
    return this.#points[i]!.filter((point) => point.step <= step);
  }

  finish(i: number, patch: Partial<Run>) {
    this.#change(i, patch);
    this.#show();
  }

  /** Shows what has not been shown yet. */
  end() {
    this.#show();
  }

  #change(i: number, patch: Partial<Run>) {
    this.runs[i] = { ...this.runs[i]!, ...patch };
    this.#timer ??= setTimeout(() => this.#show(), SHOW_EVERY_MS);
  }

  #show() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.runs = this.runs.map((run, i) => ({ ...run, points: [...this.#points[i]!] }));
    updateTrain({ runs: this.runs });
  }
}
