// Values between places on a sphere. Source: Perrin, Pernier, Bertrand & Echallier 1989, “Spherical splines for scalp
// potential and current density mapping”, Electroencephalography and Clinical Neurophysiology 72, with m = 4.

import type { Place } from './electrodes';

/** The order of the spline, and terms of its sum: the next is 3e-8 of the first. */
const [ORDER, N_TERMS] = [4, 15];
/** Cosines at which the sum is made once; between them it runs nearly straight. */
const N_COSINES = 1 << 14;

/** The smoothest surface through values at places, of which there are at least two, no two the same. */
export function sphericalSpline(places: readonly Place[], values: readonly number[]): (at: Place) => number {
  const n = places.length;
  // Σ weight g(cos) + constant is the value at each place, and the weights sum to 0.
  const rows = places.map((one, i) => [...places.map((other) => g(dot(one, other))), 1, values[i]!]);
  const solved = solve([...rows, [...places.map(() => 1), 0, 0]]);
  return (at) => places.reduce((sum, place, i) => sum + solved[i]! * g(dot(at, place)), solved[n]!);
}

const dot = (a: Place, b: Place) => Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]));

let table: Float64Array | undefined;

/** The sum at a cosine, by a line between the nearest two of the table. */
function g(cos: number): number {
  table ??= Float64Array.from({ length: N_COSINES + 2 }, (_, i) => sumAt((2 * i) / N_COSINES - 1));
  const place = ((cos + 1) * N_COSINES) / 2;
  const low = Math.floor(place);
  return table[low]! + (table[low + 1]! - table[low]!) * (place - low);
}

/** Σ (2n + 1) / (n (n + 1))^m P_n(cos) / 4π. */
function sumAt(cos: number): number {
  let [before, legendre, sum] = [1, cos, 0];
  for (let n = 1; n <= N_TERMS; n++) {
    sum += ((2 * n + 1) / (n * (n + 1)) ** ORDER) * legendre;
    [before, legendre] = [legendre, ((2 * n + 1) * cos * legendre - n * before) / (n + 1)];
  }
  return sum / (4 * Math.PI);
}

/** Gauss's elimination with the largest pivot; the last column is the right side. */
function solve(rows: number[][]): number[] {
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!)) best = i;
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    const pivot = rows[k]!;
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = rows[i]![k]! / pivot[k]!;
      for (let j = k; j <= n; j++) rows[i]![j]! -= factor * pivot[j]!;
    }
  }
  return rows.map((row, k) => row[n]! / row[k]!);
}
