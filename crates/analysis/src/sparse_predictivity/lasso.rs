//! The lasso: coordinate descent finds the units in use, a linear system their weights.
//!
//! Friedman, Hastie & Tibshirani 2010, "Regularization paths for generalized linear models via
//! coordinate descent", Journal of Statistical Software 33(1), sections 2.1 and 2.2 (covariance
//! updates). On units that are nearly alike, as one stimulus far from all others makes them, descent
//! alone takes millions of rounds; the step on the units in use is that of Lee et al. 2006, "Efficient
//! sparse coding algorithms", NeurIPS, algorithm 1 (feature-sign search), and exact.

use faer::{Mat, Side, linalg::solvers::Solve};

use super::standard::Predictors;

/// Rounds over all units before the descent is given up. Some ten are enough for ordinary answers.
pub(super) const ROUNDS: usize = 10_000;

/// Weights are settled once none moves by more than this part of the answers' root mean square.
const SETTLED: f64 = 1e-10;

/// The same for the rounds before an exact step, and how many there are at most.
const ROUGH: f64 = 1e-5;
const ROUGH_ROUNDS: usize = 100;

/// The weights of least Σ(y − Xw)² / 2n + α Σ|w| for centred answers y, with α the part `penalty` of
/// max |Xᵀy| / n; None if they do not settle.
pub(super) fn lasso(predictors: &Predictors, answers: &[f64], penalty: f64) -> Option<Vec<f64>> {
    let size = (answers.iter().map(|y| y * y).sum::<f64>() / answers.len() as f64).sqrt();
    let start = predictors.along(answers);
    let largest = start.iter().fold(0.0_f64, |most, slope| most.max(slope.abs()));
    let weights = vec![0.0; start.len()];
    // Answers that no unit follows: what is left is rounding.
    if largest <= SETTLED * size {
        return Some(weights);
    }
    let mut descent = Descent { predictors, alpha: penalty * largest, slopes: start.clone(), start, weights };
    let all = predictors.alive();
    for _ in 0..ROUNDS {
        if descent.round(&all) <= SETTLED * size {
            return Some(descent.weights);
        }
        // The few in use settle among themselves, roughly and then exactly, before all are looked at
        // again: after rough rounds hardly a sign is left to change.
        let used = descent.used();
        let rough = (0..ROUGH_ROUNDS).map(|_| descent.round(&used));
        rough.take_while(|moved| *moved > ROUGH * size).for_each(drop);
        while descent.step() == Step::UnitDropped {}
        descent.take_slopes_again();
    }
    None
}

/// What became of a step on the units in use.
#[derive(PartialEq, Eq)]
enum Step {
    /// A weight came to 0, and the others can go on without it.
    UnitDropped,
    /// All weights are where they are best, or there is no single best place.
    Done,
}

struct Descent<'a> {
    predictors: &'a Predictors,
    alpha: f64,
    /// Xᵀy / n.
    start: Vec<f64>,
    /// Xᵀ(y − Xw) / n.
    slopes: Vec<f64>,
    weights: Vec<f64>,
}

impl Descent<'_> {
    fn used(&self) -> Vec<usize> {
        (0..self.weights.len()).filter(|&unit| self.weights[unit] != 0.0).collect()
    }

    /// Sets each weight to its best value in turn; gives the largest move.
    fn round(&mut self, units: &[usize]) -> f64 {
        let mut largest = 0.0_f64;
        for &unit in units {
            let before = self.weights[unit];
            let free = self.slopes[unit] + before;
            // Soft thresholding; a unit's mean square is 1.
            let after = free.signum() * (free.abs() - self.alpha).max(0.0);
            if after != before {
                self.weights[unit] = after;
                self.take_from_slopes(unit, after - before);
                largest = largest.max((after - before).abs());
            }
        }
        largest
    }

    fn take_from_slopes(&mut self, unit: usize, moved: f64) {
        for (slope, product) in self.slopes.iter_mut().zip(self.predictors.products(unit)) {
            *slope -= moved * product;
        }
    }

    /// The slopes from the weights, without the rounding of many moves.
    fn take_slopes_again(&mut self) {
        self.slopes.clone_from(&self.start);
        for unit in self.used() {
            self.take_from_slopes(unit, self.weights[unit]);
        }
    }

    /// Moves the weights in use towards those that are best while none changes its sign, and drops the
    /// units of those that would. The slopes stay as they were.
    fn step(&mut self) -> Step {
        let used = self.used();
        let weights = &mut self.weights;
        // XᵀX w / n = Xᵀy / n − α sign(w), which is best while the signs stay as they are.
        let products =
            Mat::from_fn(used.len(), used.len(), |k, l| self.predictors.products(used[k])[used[l]]);
        let mut best =
            Mat::from_fn(used.len(), 1, |k, _| self.start[used[k]] - self.alpha * weights[used[k]].signum());
        // Units with the same answers have no single solution; coordinate descent goes on with them.
        let Ok(system) = products.llt(Side::Lower) else { return Step::Done };
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
}
