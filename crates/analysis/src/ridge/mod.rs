//! Ridge regression: many targets (voxels, neurons, features) from one layer, for many penalties at once.
//!
//! Hoerl & Kennard 1970, "Ridge regression: biased estimation for nonorthogonal problems",
//! Technometrics 12, equation 2.1; as an encoding model Naselaris et al. 2011, "Encoding and decoding
//! in fMRI", NeuroImage 56.

mod card;
mod encoding;
mod nested;
mod scores;
mod spectrum;

pub(crate) use card::CARDS;
pub use encoding::{RidgeEncoding, RidgeSteps, ridge_encoding};
pub(crate) use nested::{choose, inner_errors, predict_fold};
pub(crate) use scores::refuse_constant;
pub use scores::{pearson_per_target, r2_per_target};
pub(crate) use spectrum::{Spectrum, product};

use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Result};
use crate::gram::refuse_too_many;
use crate::rows::{all_rows, row_major, take_away};

/// A fitted ridge regression of one alpha.
#[derive(Debug, Clone, PartialEq)]
pub struct Ridge {
    /// Its penalty.
    pub alpha: f64,
    /// `[n_units, n_targets]`, row-major (unit: target per activation).
    pub coefficients: Vec<f64>,
    /// What is predicted where all units are 0, `[n_targets]`.
    pub intercepts: Vec<f64>,
    /// How many units it was fitted to.
    pub n_units: usize,
    /// How many targets it predicts.
    pub n_targets: usize,
}

const MEASURE: &str = "ridge regression";

/// The coefficients that minimise Σ(y − xβ − β₀)² + α‖β‖² for each alpha; the intercept β₀ is not
/// penalised.
///
/// `x` `[n_stimuli, n_units]`, `y` `[n_stimuli, n_targets]`. scikit-learn: `Ridge(alpha)`. Units are
/// not scaled: standardise them first where their sizes mean nothing.
///
/// Cost: `n_stimuli · n_units · m + m³` for m = min(n_stimuli, n_units), once, and
/// `m · n_units · n_targets` for each alpha. An alpha that is a part v of the largest eigenvalue of
/// XᵀX keeps about 16 + log₁₀ v digits.
///
/// # Errors
/// Different numbers of stimuli, fewer than 2, no alpha, an alpha that is not above 0, too large for
/// memory or for f64.
pub fn ridge(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    alphas: &[f64],
) -> Result<Vec<Ridge>> {
    refuse_unfit(MEASURE, x, y, alphas)?;
    let spectrum = Spectrum::of(MEASURE, all_rows(x))?;
    let answers = spectrum.answers(all_rows(y));
    let fit = |&alpha: &f64| {
        let (coefficients, intercepts) = spectrum.coefficients(&answers, alpha)?;
        let coefficients = row_major(coefficients.as_ref());
        Ok(Ridge { alpha, coefficients, intercepts, n_units: x.n_units(), n_targets: y.n_units() })
    };
    alphas.iter().map(fit).collect()
}

impl Ridge {
    /// Predictions for other stimuli, `[n_stimuli, n_targets]`.
    ///
    /// # Errors
    /// Another number of units, too large for f64.
    pub fn predict(&self, x: &Activations<impl Number>) -> Result<Activations<f64>> {
        if x.n_units() != self.n_units {
            return Err(Error::Decoding(DecodingError::DifferentUnits {
                expected: self.n_units,
                found: x.n_units(),
            }));
        }
        let coefficients =
            faer::MatRef::from_row_major_slice(&self.coefficients, self.n_units, self.n_targets);
        let negated: Vec<f64> = self.intercepts.iter().map(|intercept| -intercept).collect();
        let predictions = take_away(product(all_rows(x).as_ref(), coefficients), &negated);
        finite(MEASURE, row_major(predictions.as_ref()), x.n_stimuli(), self.n_targets)
    }
}

/// Takes numbers as activations; those that left f64's range are told as such.
fn finite(
    measure: &'static str,
    data: Vec<f64>,
    n_stimuli: usize,
    n_units: usize,
) -> Result<Activations<f64>> {
    Activations::new(data, n_stimuli, n_units)
        .map_err(|_| Error::Decoding(DecodingError::OutOfRange { measure }))
}

/// Refuses what no ridge regression can be fitted to.
pub(crate) fn refuse_unfit(
    measure: &'static str,
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    alphas: &[f64],
) -> Result<()> {
    let (first, second) = (x.n_stimuli(), y.n_stimuli());
    if first != second {
        return Err(Error::DifferentStimuli { measure, first, second });
    }
    if first < 2 {
        let why = "a single one has nothing to vary with";
        return Err(Error::TooFewStimuli { measure, needs: 2, found: first, why });
    }
    refuse_penalties(measure, "alpha", alphas)?;
    refuse_too_many(measure, first.min(x.n_units()))
}

/// Refuses an empty list of penalties, and penalties that are not above 0.
pub(crate) fn refuse_penalties(measure: &'static str, what: &'static str, penalties: &[f64]) -> Result<()> {
    if penalties.is_empty() {
        return Err(Error::Decoding(DecodingError::NoPenalties { measure, what }));
    }
    let impossible = |value: &&f64| !value.is_finite() || **value <= 0.0;
    match penalties.iter().position(|value| impossible(&value)) {
        Some(place) => Err(Error::Decoding(DecodingError::ImpossiblePenalty {
            measure,
            what,
            place,
            value: penalties[place],
        })),
        None => Ok(()),
    }
}
