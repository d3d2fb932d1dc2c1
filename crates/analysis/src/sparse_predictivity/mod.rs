//! How well a few units of one layer predict each unit of another, on stimuli left out.
//!
//! Li, Yosinski, Clune, Lipson & Hopcroft 2016, "Convergent learning: do different neural networks
//! learn the same representations?", ICLR (sparse prediction); Tibshirani 1996, "Regression shrinkage
//! and selection via the lasso", JRSS B 58.

mod card;
mod lasso;
mod standard;

use faer::Mat;

pub(crate) use card::{CARDS, MEASURES};

use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Result};
use crate::linear_predictivity::{explained, mean_of_known, prepared};
use crate::same_stimuli::refuse_units;
use lasso::lasso;
use standard::{Predictors, centred_unit};

/// What a few units explain of each unit of the second layer, and how few.
#[derive(Debug, Clone, PartialEq)]
pub struct SparsePredictivity {
    /// As in [`LinearPredictivity`](crate::LinearPredictivity): R² over stimuli left out, None for
    /// units that answer alike to all stimuli. `[n_units]` of the second layer.
    pub r2: Vec<Option<f64>>,
    /// How many units of the first layer predict each unit when fitted on all stimuli. Of units with
    /// the same answers any may be counted.
    pub units_used: Vec<usize>,
    /// The mean of `r2` over the units that have one.
    pub mean: f64,
}

/// Predicts each unit of `y` from the units of `x`, standardised over the fitted stimuli, by the least
/// Σ(y − b − Xw)² / 2n + α Σ|w| (scikit-learn's `Lasso`), cross-validated as
/// [`linear_predictivity`](crate::linear_predictivity()). α is the part `penalty` of the least one that
/// leaves all w at 0, max |Xᵀy| / n, so it does not depend on the scale of y.
///
/// Cost: for each fold `n_stimuli · p²` multiply-adds and 8 p² bytes for p units of x; and for each unit
/// of y some ten rounds of p multiply-adds for each of the k units in use, and k³ for each change of
/// them, more with a small penalty.
///
/// # Errors
/// As [`linear_predictivity`](crate::linear_predictivity()); a penalty outside (0, 1); too many units
/// for memory; a descent that does not settle.
pub fn sparse_predictivity(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    penalty: f64,
    folds: usize,
    seed: u64,
) -> Result<SparsePredictivity> {
    let measure = "sparse predictivity";
    if !(penalty > 0.0 && penalty < 1.0) {
        let needs = "more than 0 and less than 1";
        return Err(Error::Likeness(LikenessError::WrongParameter {
            measure,
            parameter: "the penalty",
            needs,
            found: penalty,
        }));
    }
    refuse_units(measure, x.n_units(), x.n_units())?;
    let (x, y, folds) = prepared(x, y, folds, seed, measure)?;
    let mut predicted = Mat::zeros(y.nrows(), y.ncols());
    for fold in folds.iter() {
        let predictors = Predictors::of(&x, &fold.fitted);
        for unit in 0..y.ncols() {
            let (mean, answers) = centred_unit(&y, unit, &fold.fitted);
            let weights = lasso(&predictors, &answers, penalty).ok_or_else(|| unsettled(unit))?;
            for &stimulus in &fold.tested {
                predicted[(stimulus, unit)] = mean + predictors.predict(&x, stimulus, &weights);
            }
        }
    }
    let all: Vec<usize> = (0..x.nrows()).collect();
    let predictors = Predictors::of(&x, &all);
    let units_used = (0..y.ncols())
        .map(|unit| {
            let (_, answers) = centred_unit(&y, unit, &all);
            let weights = lasso(&predictors, &answers, penalty).ok_or_else(|| unsettled(unit))?;
            Ok(weights.iter().filter(|weight| **weight != 0.0).count())
        })
        .collect::<Result<_>>()?;
    let r2 = explained(&y, &predicted);
    let mean = mean_of_known(&r2).ok_or(Error::Likeness(LikenessError::NothingToPredict { measure }))?;
    Ok(SparsePredictivity { r2, units_used, mean })
}

fn unsettled(unit: usize) -> Error {
    Error::Likeness(LikenessError::Unsettled { unit, rounds: lasso::ROUNDS })
}
