//! Banded ridge regression: several feature spaces, each with a penalty of its own.
//!
//! Nunez-Elizalde, Huth & Gallant 2019, "Voxelwise encoding models with non-spherical multivariate normal
//! priors", NeuroImage 197; Dupré la Tour et al. 2022, "Feature-space selection with banded ridge
//! regression", NeuroImage 264.
//!
//! Ridge regression with penalty αₛ on space s is ridge regression with one penalty α on all spaces side by
//! side, space s times √wₛ, where αₛ = α / wₛ.

mod card;
mod search;

pub(crate) use card::CARDS;
pub use search::{BandedEncoding, banded_ridge_encoding, simplex_weights};

use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Result};
use crate::ridge::{Ridge, refuse_penalties, ridge};

/// A fitted banded ridge regression.
#[derive(Debug, Clone, PartialEq)]
pub struct BandedRidge {
    /// The penalty of each space, `[n_spaces]`.
    pub alphas: Vec<f64>,
    /// `[n_units of the space, n_targets]` for each space, row-major.
    pub coefficients: Vec<Vec<f64>>,
    /// What is predicted where all units are 0, `[n_targets]`.
    pub intercepts: Vec<f64>,
    /// How many targets it predicts.
    pub n_targets: usize,
}

/// The coefficients that minimise Σ(y − Σₛ xₛβₛ − β₀)² + Σₛ αₛ‖βₛ‖², one alpha a space; the intercept is not
/// penalised. himalaya: `GroupRidgeCV` at deltas −log αₛ.
///
/// Cost: as [`ridge`](crate::ridge()) of all units together.
///
/// # Errors
/// As [`ridge`](crate::ridge()); no space, another number of alphas than spaces.
pub fn banded_ridge<T: Number>(
    spaces: &[&Activations<T>],
    y: &Activations<impl Number>,
    alphas: &[f64],
) -> Result<BandedRidge> {
    let measure = "banded ridge regression";
    refuse_penalties(measure, "alpha", alphas)?;
    let weights: Vec<f64> = alphas.iter().map(|alpha| 1.0 / alpha).collect();
    let all = side_by_side(measure, spaces, &weights)?;
    let fits = ridge(&all, y, &[1.0])?;
    let Ridge { coefficients, intercepts, n_targets, .. } = &fits[0];
    let mut rest = coefficients.as_slice();
    let mut of_spaces = Vec::with_capacity(spaces.len());
    for (space, weight) in spaces.iter().zip(&weights) {
        let (own, others) = rest.split_at(space.n_units() * n_targets);
        of_spaces.push(own.iter().map(|coefficient| coefficient * weight.sqrt()).collect());
        rest = others;
    }
    Ok(BandedRidge {
        alphas: alphas.to_vec(),
        coefficients: of_spaces,
        intercepts: intercepts.clone(),
        n_targets: *n_targets,
    })
}

/// The spaces side by side, `[n_stimuli, Σ n_units]`, each times the root of its weight.
pub(crate) fn side_by_side<T: Number>(
    measure: &'static str,
    spaces: &[&Activations<T>],
    weights: &[f64],
) -> Result<Activations<f64>> {
    let n_stimuli = spaces.first().map(|space| space.n_stimuli()).unwrap_or_default();
    if spaces.is_empty() || spaces.len() != weights.len() {
        return Err(Error::Decoding(DecodingError::DifferentSpaces {
            measure,
            n_spaces: spaces.len(),
            found: weights.len(),
        }));
    }
    if let Some(other) = spaces.iter().find(|space| space.n_stimuli() != n_stimuli) {
        return Err(Error::DifferentStimuli { measure, first: n_stimuli, second: other.n_stimuli() });
    }
    let mut data = Vec::new();
    for stimulus in 0..n_stimuli {
        for (space, weight) in spaces.iter().zip(weights) {
            let root = weight.sqrt();
            data.extend(space.row(stimulus).iter().map(|&value| root * value.into()));
        }
    }
    let n_units = spaces.iter().map(|space| space.n_units()).sum();
    Activations::new(data, n_stimuli, n_units)
        .map_err(|_| Error::Decoding(DecodingError::OutOfRange { measure }))
}
