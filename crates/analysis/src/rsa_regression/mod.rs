//! Which mixture of model RDMs, none with a negative weight, is nearest to an RDM.
//!
//! Khaligh-Razavi & Kriegeskorte 2014, "Deep supervised, but not unsupervised, models may explain IT cortical
//! representation", PLoS Computational Biology 10; the solver by Lawson & Hanson 1974, "Solving least squares
//! problems", chapter 23.

mod card;
mod nnls;

pub(crate) use card::CARDS;

use self::nnls::nnls;
use crate::error::{DecodingError, Error, Operand, Result};
use crate::rdm::Rdm;
use crate::rdm_comparison::{RdmComparison, compare_rdms};

/// A mixture of model RDMs.
#[derive(Debug, Clone, PartialEq)]
pub struct RsaRegression {
    /// The weight of each model, none below 0, `[n_models]`.
    pub weights: Vec<f64>,
    /// The mixture, Σ weight · model.
    pub mixture: Rdm,
    /// √Σ(entry − mixture)² over the entries above the diagonal.
    pub residual: f64,
    /// Pearson's correlation of the entries with the mixture's, −1 to 1; none where all weights are 0 or the
    /// mixture is constant.
    pub pearson: Option<f64>,
    /// How many stimuli the RDMs are of.
    pub n_stimuli: usize,
}

/// The weights w ≥ 0 that minimise Σ(d − Σₘ wₘ dₘ)² over the entries above the diagonal, without an intercept (add
/// a constant RDM as a model for one). scipy: `optimize.nnls`.
///
/// Weights were fitted to the entries that the correlation is taken over: for a fair one take other stimuli.
///
/// Cost: `n_stimuli² · n_models²` multiply-adds.
///
/// # Errors
/// No model, RDMs of different stimuli, an RDM of zeros only, a constant RDM, too large for f64.
pub fn rsa_regression(rdm: &Rdm, models: &[&Rdm]) -> Result<RsaRegression> {
    let measure = "RSA regression";
    let n_stimuli = rdm.n_stimuli();
    if models.is_empty() {
        return Err(Error::Decoding(DecodingError::NoModels { measure }));
    }
    if let Some(other) = models.iter().find(|model| model.n_stimuli() != n_stimuli) {
        return Err(Error::DifferentStimuli { measure, first: n_stimuli, second: other.n_stimuli() });
    }
    let all: Vec<&[f64]> = models.iter().map(|model| model.upper()).collect();
    let first = rdm.upper()[0];
    if rdm.upper().iter().all(|&entry| entry == first) {
        return Err(Error::ConstantRdm { measure, which: Operand::First, value: first });
    }
    if all.iter().any(|model| model.iter().all(|&entry| entry == 0.0)) {
        return Err(Error::ConstantRdm { measure, which: Operand::Second, value: 0.0 });
    }
    let weights = nnls(measure, &all, rdm.upper())?;
    let mix = |entry: usize| weights.iter().zip(&all).map(|(weight, model)| weight * model[entry]).sum();
    let mixture: Vec<f64> = (0..rdm.upper().len()).map(mix).collect();
    let missed = rdm.upper().iter().zip(&mixture).map(|(d, m)| (d - m) * (d - m));
    let residual = missed.sum::<f64>().sqrt();
    if !residual.is_finite() {
        return Err(Error::Decoding(DecodingError::OutOfRange { measure }));
    }
    let mixture = Rdm::from_upper(mixture, n_stimuli)?;
    let pearson = compare_rdms(rdm, &mixture, RdmComparison::Pearson).ok();
    Ok(RsaRegression { weights, mixture, residual, pearson, n_stimuli })
}
