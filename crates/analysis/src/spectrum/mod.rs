//! How the variance of a layer is spread over its principal components.
//!
//! Everything here is made of the variances λ₁ ≥ λ₂ ≥ … of the principal components: the
//! eigenvalues of the covariance of units over stimuli, after each unit's mean was taken away. The
//! singular values σ of the centred activations are √((n_stimuli − 1) λ).

mod card;
mod exponent;

pub(crate) use card::{CARDS, SUMMARIES};

use faer::Side;

use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::finite::finite;
use crate::gram::{gram, refuse_too_many, scatter};

/// What the refusals call the area.
const NAME: &str = "a spectrum";

/// The variances of all principal components of a layer.
#[derive(Debug, Clone, PartialEq)]
pub struct Spectrum {
    /// Variance of each component over stimuli, divided by n_stimuli − 1, falling (unit:
    /// activation²), `[min(n_stimuli − 1, n_units)]`; those that are rounding are exactly 0, and the first is not.
    variances: Vec<f64>,
}

/// The spectrum of a layer `[n_stimuli, n_units]`; units are centred and not scaled.
///
/// Computed from the smaller of the Gram and scatter matrices. Variances below about 1e-16 of the
/// first for each stimulus or unit are rounding and set to 0, as in [`pca`](crate::pca()): singular
/// values below about 1e-8 √max(n_stimuli, n_units) of the first, where the rounding of f32 activations
/// lies too. A variance that is a part v of the first keeps about 16 + log₁₀ v digits.
///
/// Cost: `n_stimuli · n_units · m` multiply-adds and m³ for the eigenvalues, m = min(n_stimuli,
/// n_units); memory 8 m² bytes.
///
/// # Errors
/// Fewer than 2 stimuli, activations without variance or whose squares overflow, too large
/// for memory.
pub fn spectrum(x: &Activations<impl Number>) -> Result<Spectrum> {
    let (n_stimuli, n_units) = (x.n_stimuli(), x.n_units());
    if n_stimuli < 2 {
        let why = "a single one has no variance";
        return Err(Error::TooFewStimuli { measure: NAME, needs: 2, found: n_stimuli, why });
    }
    refuse_too_many(NAME, n_stimuli.min(n_units))?;
    let spread = if n_units < n_stimuli { scatter(x) } else { gram(x).centred };
    // Exactly 0 for activations without variance: see the centring of units.
    if finite(NAME, spread.trace())? == 0.0 {
        return Err(Error::NoVariance { measure: NAME, n_stimuli });
    }
    let rising = spread
        .as_mat()
        .self_adjoint_eigenvalues(Side::Lower)
        .map_err(|_| Error::NoConvergence { measure: NAME })?;
    let largest = rising.last().copied().unwrap_or(0.0);
    let rounding = largest * f64::EPSILON * n_stimuli.max(n_units) as f64;
    let freedom = (n_stimuli - 1) as f64;
    let variances = rising
        .into_iter()
        .rev()
        .take(n_units.min(n_stimuli - 1))
        .map(|value| if value <= rounding { 0.0 } else { value / freedom })
        .collect();
    Ok(Spectrum { variances })
}

impl Spectrum {
    /// Variance of each component, falling (unit: activation²), `[min(n_stimuli − 1, n_units)]`.
    pub fn variances(&self) -> &[f64] {
        &self.variances
    }

    /// How many components have variance: the rank of the centred activations.
    pub fn rank(&self) -> usize {
        self.variances.iter().filter(|&&variance| variance > 0.0).count()
    }

    /// The part of all variance that the first 1, 2, 3 … components hold together, rising to 1.
    pub fn explained(&self) -> Vec<f64> {
        let total = self.total();
        let mut so_far = 0.0;
        let parts = self.variances.iter().map(|variance| {
            so_far += variance;
            (so_far / total).min(1.0)
        });
        parts.collect()
    }

    /// The fewest components that hold a part `share` of all variance, up to rounding (1e-12).
    ///
    /// # Errors
    /// A share that is not above 0 and at most 1.
    pub fn components_for(&self, share: f64) -> Result<usize> {
        if !(share > 0.0 && share <= 1.0) {
            return Err(Error::Layer(LayerError::SettingOutOfRange {
                measure: "the number of components",
                asked: format!("a share of {share} of the variance"),
                expected: "a share lies above 0 and is at most 1".to_owned(),
            }));
        }
        let too_few = self.explained().into_iter().filter(|&held| held < share - SHARE_ROUNDING).count();
        Ok((too_few + 1).min(self.variances.len()))
    }

    /// The exponential of the entropy of the singular values of the centred activations, each divided
    /// by their sum (Roy & Vetterli 2007, "The effective rank", EUSIPCO, definition 1).
    ///
    /// From 1 (a line) to the rank (evenly spread). The paper takes the matrix as it is; here each
    /// unit's mean is taken away first.
    pub fn effective_rank(&self) -> f64 {
        let singular = || self.variances.iter().filter(|&&v| v > 0.0).map(|variance| variance.sqrt());
        let sum: f64 = singular().sum();
        let entropy: f64 = singular().map(|value| value / sum).map(|part| -part * part.ln()).sum();
        entropy.exp().max(1.0)
    }

    /// Σσ² / σ₁² of the singular values of the centred activations, which is all variance over that
    /// of the first component (Rudelson & Vershynin 2007, "Sampling from large matrices").
    ///
    /// From 1 (a line) to the rank (evenly spread); never above it.
    pub fn stable_rank(&self) -> f64 {
        self.variances.first().map_or(1.0, |largest| self.total() / largest)
    }

    fn total(&self) -> f64 {
        self.variances.iter().sum()
    }
}

/// A share may be missed by this much and still count as held: f64 keeps 16 digits, a sum of a few
/// thousand variances loses three or four of them.
const SHARE_ROUNDING: f64 = 1e-12;
