//! Nested cross-validation: the other folds choose each fold's alphas.
//!
//! For the fold `a`, each other fold `b` is left out in turn as well, and what was learnt from the
//! rest is tested on `b`. The same training set serves fold `b`, tested on `a`: half the
//! decompositions.

use faer::{Mat, MatRef};

use super::spectrum::Spectrum;
use crate::activations::{Activations, Number};
use crate::error::Result;
use crate::folds::Folds;
use crate::rows::rows_of;

/// For each fold the mean squared error of each alpha and target, averaged over the other folds:
/// `[n_alphas, n_targets]` each.
pub(crate) fn inner_errors(
    measure: &'static str,
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    alphas: &[f64],
    folds: &Folds,
) -> Result<Vec<Mat<f64>>> {
    let mut errors = vec![Mat::zeros(alphas.len(), y.n_units()); folds.n_folds()];
    for a in 0..folds.n_folds() {
        for b in a + 1..folds.n_folds() {
            let train = folds.without(a, b);
            let spectrum = Spectrum::of(measure, rows_of(x, &train))?;
            let answers = spectrum.answers(rows_of(y, &train));
            for (fold, tested) in [(a, b), (b, a)] {
                let test = folds.test(tested);
                let (x, y) = (spectrum.project(rows_of(x, &test)), rows_of(y, &test));
                for (place, &alpha) in alphas.iter().enumerate() {
                    let predicted = spectrum.predict(x.as_ref(), &answers, alpha);
                    for target in 0..y.ncols() {
                        let error = mean_squared(&predicted, &y, target) / (folds.n_folds() - 1) as f64;
                        errors[fold][(place, target)] += error;
                    }
                }
            }
        }
    }
    Ok(errors)
}

fn mean_squared(predicted: &Mat<f64>, y: &Mat<f64>, target: usize) -> f64 {
    let pairs = predicted.col(target).iter().zip(y.col(target).iter());
    pairs.map(|(p, y)| (y - p) * (y - p)).sum::<f64>() / y.nrows() as f64
}

/// The place of the alpha of least error for each target, or of least mean error for all; the first
/// of equal ones. `[n_targets]`
pub(crate) fn choose(errors: MatRef<'_, f64>, per_target: bool) -> Vec<usize> {
    let n_targets = errors.ncols();
    let least = |error: &dyn Fn(usize) -> f64| {
        (0..errors.nrows()).min_by(|&a, &b| error(a).total_cmp(&error(b))).unwrap_or_default()
    };
    if per_target {
        return (0..n_targets).map(|target| least(&|alpha| errors[(alpha, target)])).collect();
    }
    vec![least(&|alpha| errors.row(alpha).iter().sum()); n_targets]
}

/// Predictions `[n_test, n_targets]` for the test stimuli of a fold, with the alpha at the chosen
/// place for each target.
pub(crate) fn predict_fold(
    measure: &'static str,
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    alphas: &[f64],
    (folds, fold): (&Folds, usize),
    chosen: &[usize],
) -> Result<Mat<f64>> {
    let (train, test) = (folds.train(fold), folds.test(fold));
    let spectrum = Spectrum::of(measure, rows_of(x, &train))?;
    let answers = spectrum.answers(rows_of(y, &train));
    let x = spectrum.project(rows_of(x, &test));
    let mut predictions = Mat::zeros(test.len(), y.n_units());
    for (place, &alpha) in alphas.iter().enumerate() {
        let targets: Vec<usize> = (0..y.n_units()).filter(|&target| chosen[target] == place).collect();
        if targets.is_empty() {
            continue;
        }
        let predicted = spectrum.predict(x.as_ref(), &answers.only(&targets), alpha);
        for (place, &target) in targets.iter().enumerate() {
            predictions.col_mut(target).copy_from(predicted.col(place));
        }
    }
    Ok(predictions)
}
