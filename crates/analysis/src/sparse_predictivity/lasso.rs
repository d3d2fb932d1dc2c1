//! The lasso: coordinate descent finds the units in use, a linear system their weights.
//!
//! Friedman, Hastie & Tibshirani 2010, "Regularization paths for generalized linear models via
//! coordinate descent", Journal of Statistical Software 33(1), section 2.1. On units that are nearly
//! alike, as one stimulus far from all others makes them, descent alone takes millions of rounds; the
//! step on the units in use is that of Lee et al. 2006, "Efficient sparse coding algorithms", NeurIPS,
//! algorithm 1 (feature-sign search), and exact.

use faer::{Mat, Side, linalg::solvers::Solve};

use crate::linear_predictivity::means;

/// Rounds over all units before the descent is given up. Some ten are enough for ordinary answers.
pub(super) const ROUNDS: usize = 10_000;

/// Weights are settled once none moves by more than this part of the answers' root mean square.
const SETTLED: f64 = 1e-10;

/// What became of a step on the units in use.
#[derive(PartialEq, Eq)]
enum Step {
    /// A weight came to 0, and the others can go on without it.
    UnitDropped,
    /// All weights are where they are best, or there is no single best place.
    Done,
}

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
        // Answers that no unit follows: what is left is rounding.
        if largest <= SETTLED * size {
            return Some(weights);
        }
        let mut rest = answers.to_vec();
        let all: Vec<usize> = (0..n_units).filter(|&unit| self.spreads[unit] > 0.0).collect();
        for _ in 0..ROUNDS {
            if self.round(&all, alpha, &mut weights, &mut rest) <= SETTLED * size {
                return Some(weights);
            }
            // The few in use settle among themselves before all are looked at again.
            while self.step(answers, alpha, &mut weights) == Step::UnitDropped {}
            rest = self.rest(answers, &weights);
        }
        None
    }

    /// Moves the weights in use towards those that are best while none changes its sign, and drops the
    /// units of those that would.
    fn step(&self, answers: &[f64], alpha: f64, weights: &mut [f64]) -> Step {
        let used: Vec<usize> = (0..weights.len()).filter(|&unit| weights[unit] != 0.0).collect();
        let columns = Mat::from_fn(self.values.nrows(), used.len(), |i, k| self.values[(i, used[k])]);
        // XᵀX w = Xᵀy − n α sign(w), which is best while the signs stay as they are.
        let n = self.values.nrows() as f64;
        let mut best = Mat::from_fn(used.len(), 1, |k, _| {
            n * (self.along(used[k], answers) - alpha * weights[used[k]].signum())
        });
        // Units with the same answers have no single solution; coordinate descent goes on with them.
        let Ok(system) = (columns.transpose() * &columns).llt(Side::Lower) else { return Step::Done };
        system.solve_in_place(&mut best);
        if best.col(0).iter().any(|weight| !weight.is_finite()) {
            return Step::Done;
        }
        // How far each weight may go until it is 0, as a part of its way.
        let reach = |k: usize| {
            let (before, after) = (weights[used[k]], best[(k, 0)]);
            if before * after > 0.0 { f64::INFINITY } else { before / (before - after) }
        };
        let reaches: Vec<f64> = (0..used.len()).map(reach).collect();
        let shortest = reaches.iter().fold(1.0_f64, |least, reach| least.min(*reach));
        for (k, &unit) in used.iter().enumerate() {
            let moved = weights[unit] + shortest * (best[(k, 0)] - weights[unit]);
            weights[unit] = if reaches[k] <= shortest { 0.0 } else { moved };
        }
        if shortest < 1.0 { Step::UnitDropped } else { Step::Done }
    }

    /// What the weights leave of the answers.
    fn rest(&self, answers: &[f64], weights: &[f64]) -> Vec<f64> {
        let mut rest = answers.to_vec();
        for (unit, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
            for (rest, value) in rest.iter_mut().zip(self.values.col(unit).iter()) {
                *rest -= weight * value;
            }
        }
        rest
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
    // Of differences from the first: a unit that answers alike to all of them becomes exactly 0.
    let first = y[(stimuli[0], unit)];
    let sum: f64 = stimuli.iter().map(|&stimulus| y[(stimulus, unit)] - first).sum();
    let mean = first + sum / stimuli.len() as f64;
    (mean, stimuli.iter().map(|&stimulus| y[(stimulus, unit)] - mean).collect())
}
