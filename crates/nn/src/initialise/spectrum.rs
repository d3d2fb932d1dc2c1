//! Matrices with singular values of our choice.

use tensor::Random;

use super::orthogonal;
use crate::{Error, Result};

/// `[rows, columns]` of effective rank `rank` and Frobenius norm `norm`.
pub(super) fn draw(
    rows: usize,
    columns: usize,
    rank: f64,
    norm: f64,
    random: &mut Random,
) -> Result<Vec<f32>> {
    let n = rows.min(columns);
    if !(rank >= 1.0 && rank <= n as f64) {
        return Err(Error::setting("effective rank", format!("1 to {n}"), format!("{rank}")));
    }
    let mut values = falling(n, rank);
    let length = values.iter().map(|v| v * v).sum::<f64>().sqrt();
    values.iter_mut().for_each(|v| *v *= norm / length);
    // left [rows, n], right [n, columns]
    let (left, right) = (orthogonal::draw(rows, n, random), orthogonal::draw(n, columns, random));
    let mut out = vec![0.0; rows * columns];
    for (out, left) in out.chunks_exact_mut(columns).zip(left.chunks_exact(n)) {
        for ((&along, &value), right) in left.iter().zip(&values).zip(right.chunks_exact(columns)) {
            out.iter_mut().zip(right).for_each(|(o, r)| *o += along * value * r);
        }
    }
    Ok(out.into_iter().map(|v| v as f32).collect())
}

/// `exp(−fall · k)` with the fall that gives the effective rank, by bisection.
fn falling(n: usize, rank: f64) -> Vec<f64> {
    let values = |fall: f64| -> Vec<f64> { (0..n).map(|k| (-fall * k as f64).exp()).collect() };
    let (mut low, mut high) = (0.0, 60.0);
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if effective_rank(&values(middle)) > rank { low = middle } else { high = middle }
    }
    values(0.5 * (low + high))
}

/// exp of the entropy of the normalised values.
fn effective_rank(values: &[f64]) -> f64 {
    let total: f64 = values.iter().sum();
    let entropy: f64 = values.iter().map(|v| v / total).filter(|&p| p > 0.0).map(|p| -p * p.ln()).sum();
    entropy.exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fall_of_singular_values_gives_the_effective_rank() {
        for (n, rank) in [(1, 1.0), (5, 2.5), (40, 1.01), (40, 39.0), (7, 7.0)] {
            assert!((effective_rank(&falling(n, rank)) - rank).abs() < 1e-3, "{n} {rank}");
        }
    }
}
