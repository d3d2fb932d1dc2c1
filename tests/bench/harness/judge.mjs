/** Whether an engine computed what it was timed for. */
import { TOLERANCE } from '../spec/workloads.js';

/** A head value may differ by this much of the check, which is of the size of the outputs. */
const HEAD_TOLERANCE = 1e-3;

/** `{ verdict, check_error, head_error }`; the verdict is 'right', 'wrong', or 'unchecked' where nothing was given. */
export function judge({ check, head }, reference, tolerance = TOLERANCE) {
  if (!reference || (check === undefined && head === undefined)) return { verdict: 'unchecked' };
  const errors = {};
  if (check !== undefined) errors.check_error = Math.abs(check / reference.check - 1);
  if (head !== undefined && reference.head)
    errors.head_error = Math.max(...reference.head.map((value, i) => Math.abs(value - head[i])));
  const isRight =
    (errors.check_error ?? 0) <= tolerance &&
    (errors.head_error ?? 0) <= HEAD_TOLERANCE * Math.abs(reference.check);
  return { verdict: isRight ? 'right' : 'wrong', ...errors };
}
