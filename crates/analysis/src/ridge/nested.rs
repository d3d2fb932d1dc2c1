//! Nested cross-validation: the other folds choose each fold's alphas.
//!
//! For the fold `a`, each other fold `b` is left out in turn as well, and what was learnt from the
//! rest is tested on `b`. The same training set serves fold `b`, tested on `a`: half the
//! decompositions.

use faer::{Mat, MatRef};

use super::spectrum::{Answers, Spectrum};
use crate::activations::{Activations, Number};
use crate::error::Result;
use crate::folds::Folds;
use crate::rows::rows_of;

/// What some of the stimuli teach about others, for every alpha and target.
pub(super) struct Learnt {
    spectrum: Spectrum,
    answers: Answers,
}

impl Learnt {
    /// From the stimuli `train`.
    pub(super) fn of(
        measure: &'static str,
        x: &Activations<impl Number>,
        y: &Activations<impl Number>,
        train: &[usize],
    ) -> Result<Self> {
        let spectrum = Spectrum::of(measure, rows_of(x, train))?;
        let answers = spectrum.answers(rows_of(y, train));
        Ok(Self { spectrum, answers })
    }

    /// Adds `weight` times the mean squared error on the stimuli `test` to that of each alpha and target,
    /// `[n_alphas, n_targets]`.
    pub(super) fn add_errors(
        &self,
        (x, y): (&Activations<impl Number>, &Activations<impl Number>),
        alphas: &[f64],
        test: &[usize],
        weight: f64,
        errors: &mut Mat<f64>,
    ) {
        let (x, y) = (self.spectrum.project(rows_of(x, test)), rows_of(y, test));
        let y = self.answers.centre(y);
        let mut missed = Mat::zeros(test.len(), y.ncols());
        for (place, &alpha) in alphas.iter().enumerate() {
            self.spectrum.write_missed(x.as_ref(), &self.answers, y.as_ref(), alpha, &mut missed);
            for (target, error) in errors.row_mut(place).iter_mut().enumerate() {
                *error += weight * missed.col(target).squared_norm_l2() / test.len() as f64;
            }
        }
    }

    /// Predictions `[test.len(), n_targets]`, with the alpha at the chosen place for each target; zeros for those
    /// whose place is none.
    fn predict(
        &self,
        x: &Activations<impl Number>,
        alphas: &[f64],
        test: &[usize],
        chosen: &[usize],
    ) -> Mat<f64> {
        let x = self.spectrum.project(rows_of(x, test));
        let mut predictions = Mat::zeros(test.len(), chosen.len());
        for (place, &alpha) in alphas.iter().enumerate() {
            let targets: Vec<usize> = (0..chosen.len()).filter(|&target| chosen[target] == place).collect();
            if targets.is_empty() {
                continue;
            }
            let predicted = self.spectrum.predict(x.as_ref(), &self.answers.only(&targets), alpha);
            for (place, &target) in targets.iter().enumerate() {
                predictions.col_mut(target).copy_from(predicted.col(place));
            }
        }
        predictions
    }
}

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
    for [a, b] in pairs(folds.n_folds()) {
        let learnt = Learnt::of(measure, x, y, &folds.without(a, b))?;
        for (fold, tested) in [(a, b), (b, a)] {
            let weight = weight(folds);
            learnt.add_errors((x, y), alphas, &folds.test(tested), weight, &mut errors[fold]);
        }
    }
    Ok(errors)
}

/// Every two folds.
pub(super) fn pairs(n_folds: usize) -> impl Iterator<Item = [usize; 2]> {
    (0..n_folds).flat_map(move |a| (a + 1..n_folds).map(move |b| [a, b]))
}

/// What one inner fold's error counts for.
pub(super) fn weight(folds: &Folds) -> f64 {
    1.0 / (folds.n_folds() - 1) as f64
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
    let learnt = Learnt::of(measure, x, y, &folds.train(fold))?;
    Ok(learnt.predict(x, alphas, &folds.test(fold), chosen))
}
