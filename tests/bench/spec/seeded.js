/**
 * Seeded numbers, the same in JavaScript, Python (data/seeded.py) and Rust: s ← 1664525·s + 1013904223 mod 2³², beginning
 * with the seed; the number is r = s >> 8, with 24 bits.
 */

function draw(n, seed, take) {
  let state = seed >>> 0;
  for (let i = 0; i < n; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    take(i, state >>> 8);
  }
}

/** `n` numbers (r / 2²⁴ − 0.5) · scale. */
export function fill(n, seed, scale = 1) {
  const values = new Float32Array(n);
  draw(n, seed, (i, r) => {
    values[i] = (r / 16777216 - 0.5) * scale;
  });
  return values;
}

/** `n` whole numbers r mod `limit`. */
export function ints(n, seed, limit) {
  const values = new Int32Array(n);
  draw(n, seed, (i, r) => {
    values[i] = r % limit;
  });
  return values;
}
