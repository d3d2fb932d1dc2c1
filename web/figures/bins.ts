import type { TrainPoint } from '../lab/types';

/** Points of a curve that share a stretch of its axis. */
export interface Bin {
  /** Last step in it. */
  step: number;
  mean: number;
  least: number;
  most: number;
  n: number;
}

/**
 * The loss in at most `most` stretches of equal width (on a logarithmic axis if `isLog`), each with mean and extremes:
 * a batch's loss is noisy, and thousands of points would only hide how it moves. Points must be in order of step.
 */
export function binLoss(points: readonly TrainPoint[], nSteps: number, most: number, isLog = false): Bin[] {
  const bins: Bin[] = [];
  let place = -1;
  for (const { step, loss } of points) {
    if (!Number.isFinite(loss)) continue;
    const share = isLog ? Math.log(Math.max(step, 1)) / Math.log(Math.max(nSteps, 2)) : step / nSteps;
    const at = Math.min(Math.floor(share * most), most - 1);
    const last = bins.at(-1);
    if (last && at === place) {
      last.mean += (loss - last.mean) / (last.n + 1);
      last.least = Math.min(last.least, loss);
      last.most = Math.max(last.most, loss);
      last.step = step;
      last.n += 1;
    } else bins.push({ step, mean: loss, least: loss, most: loss, n: 1 });
    place = at;
  }
  return bins;
}
