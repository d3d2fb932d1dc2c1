//! A unit of one network from few units of another.

use analysis::{Activations, linear_predictivity, sparse_predictivity};
use recipe::{Error, Result};

use super::layer::Layer;
use super::pairs::reordered;

/// Parts of the least penalty that leaves no unit in use, from large to small: 12 steps of a logarithm.
pub const N_PENALTIES: usize = 12;
/// The smallest of them.
const LEAST_PENALTY: f64 = 0.003;
/// Each prediction is made for a fifth of the rows from the other four.
const N_FOLDS: usize = 5;
/// Most rows that predictions are fitted on.
const MOST_ROWS: usize = 2_000;

/// Predictions along the path of penalties, means over the units of the second network.
pub struct Sparse {
    /// Units in use.
    pub used: Vec<f64>,
    /// R² on rows left out.
    pub r2: Vec<f64>,
    /// R² of all units without penalty.
    pub dense: f64,
    /// R² of each unit at its smallest penalty that uses at most the budget, over the dense one (means of both).
    pub share: f64,
}

/// The penalties, falling.
pub fn penalties() -> [f64; N_PENALTIES] {
    std::array::from_fn(|k| {
        (0.9_f64.ln() + (LEAST_PENALTY / 0.9).ln() * k as f64 / (N_PENALTIES - 1) as f64).exp()
    })
}

/// Predicts `b`'s units from `a`'s.
pub fn sparse(layer: Layer, a: &Activations, b: &Activations, budget: usize, seed: u64) -> Result<Sparse> {
    let every = a.n_stimuli().div_ceil(MOST_ROWS);
    let rows: Vec<usize> = (0..a.n_stimuli()).step_by(every).collect();
    let (a, b) = (reordered(layer, a, &rows)?, reordered(layer, b, &rows)?);
    let failed = |source| Error::Analysis { site: layer.label().to_owned(), source };
    let dense = linear_predictivity(&a, &b, N_FOLDS, seed).map_err(failed)?;
    let (mut used, mut r2) = (Vec::new(), Vec::new());
    let mut within = vec![0.0; b.n_units()];
    for penalty in penalties() {
        let found = sparse_predictivity(&a, &b, penalty, N_FOLDS, seed).map_err(failed)?;
        let known: Vec<usize> = (0..b.n_units()).filter(|&unit| found.r2[unit].is_some()).collect();
        for &unit in known.iter().filter(|&&unit| found.units_used[unit] <= budget) {
            within[unit] = found.r2[unit].unwrap_or_default();
        }
        used.push(known.iter().map(|&unit| found.units_used[unit] as f64).sum::<f64>() / known.len() as f64);
        r2.push(found.mean);
    }
    let known = dense.r2.iter().flatten().count().max(1);
    let within = within.iter().sum::<f64>() / known as f64;
    Ok(Sparse { used, r2, share: within / dense.mean, dense: dense.mean })
}
