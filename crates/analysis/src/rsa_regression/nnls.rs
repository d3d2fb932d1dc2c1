//! Non-negative least squares: Lawson & Hanson 1974, algorithm NNLS (23.10).
//!
//! Models enter one at a time where they would help most; one whose weight would turn negative leaves again.

use faer::Mat;
use faer::linalg::solvers::SolveLstsq;

use crate::error::{DecodingError, Error, Result};

/// Part of a model's size below which its gradient is rounding.
const ROUNDING: f64 = 1e-12;

/// The weights w ≥ 0 that minimise ‖target − Σ w · column‖, `[columns.len()]`.
pub(super) fn nnls(measure: &'static str, columns: &[&[f64]], target: &[f64]) -> Result<Vec<f64>> {
    let lengths: Vec<f64> = columns.iter().map(|column| dot(column, column).sqrt()).collect();
    let size = dot(target, target).sqrt();
    if !lengths.iter().chain([&size]).all(|length| length.is_finite()) {
        return Err(Error::Decoding(DecodingError::OutOfRange { measure }));
    }
    let mut weights = vec![0.0; columns.len()];
    let mut free: Vec<usize> = Vec::new();
    // Each round lowers the residual, so no set of free columns comes twice; three times is usual at most.
    for _ in 0..30 * columns.len() {
        let residual: Vec<f64> = (0..target.len())
            .map(|row| target[row] - free.iter().map(|&k| weights[k] * columns[k][row]).sum::<f64>())
            .collect();
        let gain = |k: usize| dot(columns[k], &residual) / lengths[k];
        let candidates = (0..columns.len()).filter(|k| !free.contains(k));
        let best = candidates.map(|k| (gain(k), k)).max_by(|a, b| a.0.total_cmp(&b.0));
        let Some((gain, entering)) = best else { return Ok(weights) };
        if gain <= ROUNDING * size {
            return Ok(weights);
        }
        free.push(entering);
        loop {
            let solved = least_squares(columns, &free, target);
            if !solved.iter().all(|weight| weight.is_finite()) {
                return Err(Error::Decoding(DecodingError::OutOfRange { measure }));
            }
            if solved.iter().all(|&weight| weight > 0.0) {
                free.iter().zip(solved).for_each(|(&k, weight)| weights[k] = weight);
                break;
            }
            // As far towards the solution as all weights stay positive; those that reach 0 leave.
            let falling = free.iter().zip(&solved).filter(|(_, weight)| **weight <= 0.0);
            let step = falling.map(|(&k, &to)| weights[k] / (weights[k] - to)).fold(1.0, f64::min);
            let step = if step.is_finite() { step } else { 0.0 };
            for (&k, &to) in free.iter().zip(&solved) {
                weights[k] += step * (to - weights[k]);
                if to <= 0.0 && weights[k] <= ROUNDING * size / lengths[k] {
                    weights[k] = 0.0;
                }
            }
            free.retain(|&k| weights[k] > 0.0);
            // The column that has just entered would leave at once: nothing more is to be gained.
            if !free.contains(&entering) {
                return Ok(weights);
            }
        }
    }
    Ok(weights)
}

/// Least squares on the free columns, `[free.len()]`, by a QR decomposition.
fn least_squares(columns: &[&[f64]], free: &[usize], target: &[f64]) -> Vec<f64> {
    let a = Mat::from_fn(target.len(), free.len(), |row, place| columns[free[place]][row]);
    let b = Mat::from_fn(target.len(), 1, |row, _| target[row]);
    let solved = a.qr().solve_lstsq(b);
    (0..free.len()).map(|place| solved[(place, 0)]).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
