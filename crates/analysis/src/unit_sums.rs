//! Sums over the units of one stimulus, in f64, always in the same order.
//!
//! Eight running sums, added in a fixed tree at the end: the compiler can vectorise it, the result
//! does not depend on the machine, and equal rows give equal sums to the bit.

use crate::activations::Number;

/// Σ term(x) over one row, `[n_units]`.
pub(crate) fn sum_row(row: &[impl Number], term: impl Fn(f64) -> f64) -> f64 {
    let (chunks, rest) = row.as_chunks::<8>();
    let mut lanes = [0.0; 8];
    for chunk in chunks {
        for (lane, &x) in lanes.iter_mut().zip(chunk) {
            *lane += term(x.into());
        }
    }
    let rest: f64 = rest.iter().map(|&x| term(x.into())).sum();
    add_lanes(lanes) + rest
}

/// Σ term(x, y) over two rows of the same length, `[n_units]` each.
pub(crate) fn sum_rows<T: Number>(a: &[T], b: &[T], term: impl Fn(f64, f64) -> f64) -> f64 {
    let (a_chunks, a_rest) = a.as_chunks::<8>();
    let (b_chunks, b_rest) = b.as_chunks::<8>();
    let mut lanes = [0.0; 8];
    for (a, b) in a_chunks.iter().zip(b_chunks) {
        for ((lane, &x), &y) in lanes.iter_mut().zip(a).zip(b) {
            *lane += term(x.into(), y.into());
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(&x, &y)| term(x.into(), y.into())).sum();
    add_lanes(lanes) + rest
}

fn add_lanes(l: [f64; 8]) -> f64 {
    ((l[0] + l[4]) + (l[1] + l[5])) + ((l[2] + l[6]) + (l[3] + l[7]))
}
