//! How well a linear map of one layer's units predicts the units of another, on stimuli left out.
//!
//! Yamins et al. 2014, "Performance-optimized hierarchical models predict neural responses in higher
//! visual cortex", PNAS 111(23), and Schrimpf et al. 2018, "Brain-Score", predict neurons in this way.

mod card;
mod folds;
mod least_squares;

use faer::Mat;

pub(crate) use card::{CARDS, MEASURES};
pub(crate) use folds::{Folds, explained, means};

use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Operand, Result};
use crate::same_stimuli::refuse_stimuli;
use crate::singular::Centred;

/// What is explained of each unit of the second layer.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearPredictivity {
    /// 1 − Σ(y − ŷ)² / Σ(y − ȳ)² over all stimuli, each predicted by a map fitted without it; at most 1,
    /// below 0 where the mean would have predicted better. None for units that answer alike to all
    /// stimuli. `[n_units]` of the second layer.
    pub r2: Vec<Option<f64>>,
    /// The mean over the units that have one.
    pub mean: f64,
}

/// Predicts each unit of `y` from all units of `x` by least squares with an intercept, cross-validated
/// in `folds` parts: each part is predicted by the map fitted on the others. Of maps that fit equally
/// well, as there are with more units than stimuli, the one of least norm is taken.
///
/// Stimuli are dealt to the parts in the order of [`draws`]' permutation of `seed`: place k to part
/// k mod `folds`. Directions of x with a spread below 1e-6 of the largest are rounding and are left out.
///
/// Cost: for each part a singular value decomposition of x, `n_stimuli · p · min(n_stimuli, p)`, and
/// `n_stimuli · min(n_stimuli, p) · q` multiply-adds for p and q units.
///
/// # Errors
/// Different stimuli, fewer than `folds` or 3, fewer than 2 folds, a layer whose units answer alike to
/// all stimuli.
pub fn linear_predictivity(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    folds: usize,
    seed: u64,
) -> Result<LinearPredictivity> {
    let measure = "linear predictivity";
    let (x, y, folds) = prepared(x, y, folds, seed, measure)?;
    let mut predicted = Mat::zeros(y.nrows(), y.ncols());
    for fold in folds.iter() {
        let answers = least_squares::predict(&x, &y, &fold, measure)?;
        for (row, &stimulus) in fold.tested.iter().enumerate() {
            predicted.row_mut(stimulus).copy_from(answers.row(row));
        }
    }
    let r2 = explained(&y, &predicted);
    let mean = mean_of_known(&r2).ok_or(Error::Likeness(LikenessError::NothingToPredict { measure }))?;
    Ok(LinearPredictivity { r2, mean })
}

/// Both layers centred over all stimuli, and the folds, after all refusals.
pub(crate) fn prepared(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    folds: usize,
    seed: u64,
    measure: &'static str,
) -> Result<(Mat<f64>, Mat<f64>, Folds)> {
    if folds < 2 {
        let parameter = "the number of folds";
        return Err(Error::Likeness(LikenessError::WrongParameter {
            measure,
            parameter,
            needs: "at least 2",
            found: folds as f64,
        }));
    }
    refuse_stimuli(measure, x, y, folds.max(3), "each fold tests at least one, and two are fitted on")?;
    let a = Centred::of(x, measure, Operand::First)?.values;
    let b = Centred::of(y, measure, Operand::Second)?.values;
    Ok((a, b, Folds::new(x.n_stimuli(), folds, seed)))
}

/// The mean of those that are there.
pub(crate) fn mean_of_known(r2: &[Option<f64>]) -> Option<f64> {
    let known: Vec<f64> = r2.iter().flatten().copied().collect();
    let mean = known.iter().sum::<f64>() / known.len() as f64;
    (!known.is_empty()).then_some(mean)
}
