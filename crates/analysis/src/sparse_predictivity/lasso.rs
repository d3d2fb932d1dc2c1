//! The lasso by coordinate descent.
//!
//! Friedman, Hastie & Tibshirani 2010, "Regularization paths for generalized linear models via
//! coordinate descent", Journal of Statistical Software 33(1), sections 2.1 and 2.6.

use faer::Mat;

use crate::linear_predictivity::means;

/// Rounds over the units in use, and over all units, before the descent is given up.
pub(super) const ROUNDS: usize = 100_000;

/// Weights are settled once none moves by more than this part of the answers' root mean square.
const SETTLED: f64 = 1e-10;

/// The units that predict, standardised over some stimuli.
pub(super) struct Predictors {
    means: Vec<f64>,
    /// Root mean squares after the means are taken away; 0 for a unit that answers alike to all.
    spreads: Vec<f64>,
    /// `[n_fitted, n_units]`, mean 0 and mean square 1 for each unit that has a spread, else 0.
    values: Mat<f64>,
}

impl Predictors {
    pub(super) fn of(x: &Mat<f64>, fitted: &[usize]) -> Self {
        let means = means(x, fitted);
        let n = fitted.len() as f64;
        let spread = |unit: usize| {
            let squares = fitted.iter().map(|&stimulus| (x[(stimulus, unit)] - means[unit]).powi(2));
            (squares.sum::<f64>() / n).sqrt()
        };
        let spreads: Vec<f64> = (0..x.ncols()).map(spread).collect();
        let values = Mat::from_fn(fitted.len(), x.ncols(), |row, unit| {
            standardised(x[(fitted[row], unit)], means[unit], spreads[unit])
        });
        Self { means, spreads, values }
    }

    /// The weights of least Σ(y − Xw)² / 2n + α Σ|w| for centred answers y, with α the part `penalty`
    /// of max |Xᵀy| / n; None if they do not settle.
    pub(super) fn lasso(&self, answers: &[f64], penalty: f64) -> Option<Vec<f64>> {
        let n_units = self.values.ncols();
        let size = (answers.iter().map(|y| y * y).sum::<f64>() / answers.len() as f64).sqrt();
        let largest = (0..n_units).map(|unit| self.along(unit, answers).abs()).fold(0.0, f64::max);
        let alpha = penalty * largest;
        let mut weights = vec![0.0; n_units];
        if largest == 0.0 {
            return Some(weights);
        }
        let mut rest = answers.to_vec();
        let all: Vec<usize> = (0..n_units).filter(|&unit| self.spreads[unit] > 0.0).collect();
        for _ in 0..ROUNDS {
            if self.round(&all, alpha, &mut weights, &mut rest) <= SETTLED * size {
                return Some(weights);
            }
            // The few in use settle among themselves before all are looked at again.
            let used: Vec<usize> = all.iter().copied().filter(|&unit| weights[unit] != 0.0).collect();
            (0..ROUNDS).find(|_| self.round(&used, alpha, &mut weights, &mut rest) <= SETTLED * size)?;
        }
        None
    }

    /// Sets each weight to its best value in turn; gives the largest move.
    fn round(&self, units: &[usize], alpha: f64, weights: &mut [f64], rest: &mut [f64]) -> f64 {
        let mut largest = 0.0_f64;
        for &unit in units {
            let before = weights[unit];
            let free = self.along(unit, rest) + before;
            // Soft thresholding; a unit's mean square is 1.
            let after = free.signum() * (free.abs() - alpha).max(0.0);
            let moved = after - before;
            if moved != 0.0 {
                for (rest, value) in rest.iter_mut().zip(self.values.col(unit).iter()) {
                    *rest -= moved * value;
                }
                weights[unit] = after;
                largest = largest.max(moved.abs());
            }
        }
        largest
    }

    /// Σxy / n of a unit and some answers.
    fn along(&self, unit: usize, answers: &[f64]) -> f64 {
        let products = self.values.col(unit).iter().zip(answers).map(|(x, y)| x * y);
        products.sum::<f64>() / answers.len() as f64
    }

    /// What the weights say of a stimulus, less the mean of the answers fitted on.
    pub(super) fn predict(&self, x: &Mat<f64>, stimulus: usize, weights: &[f64]) -> f64 {
        let units = weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0);
        units
            .map(|(unit, weight)| {
                weight * standardised(x[(stimulus, unit)], self.means[unit], self.spreads[unit])
            })
            .sum()
    }
}

fn standardised(value: f64, mean: f64, spread: f64) -> f64 {
    if spread > 0.0 { (value - mean) / spread } else { 0.0 }
}

/// The mean of a unit over some stimuli, and its answers to them less that mean.
pub(super) fn centred_unit(y: &Mat<f64>, unit: usize, stimuli: &[usize]) -> (f64, Vec<f64>) {
    let mean = stimuli.iter().map(|&stimulus| y[(stimulus, unit)]).sum::<f64>() / stimuli.len() as f64;
    (mean, stimuli.iter().map(|&stimulus| y[(stimulus, unit)] - mean).collect())
}
