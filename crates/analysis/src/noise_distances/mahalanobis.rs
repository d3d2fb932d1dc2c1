//! Mahalanobis distances: Euclidean ones in units of the noise.

use super::NoiseCovariance;
use super::conditions::{means, refuse_few_conditions, refuse_other_labels};
use crate::activations::{Activations, Number};
use crate::error::Result;
use crate::labels::Labels;
use crate::rdm::{Distance, Rdm, rdm};

/// The squared Mahalanobis distance per unit, (x − y)ᵀ Σ⁻¹ (x − y) / n_units, between the mean answers to
/// every two conditions, in order of their labels; rsatoolbox's "mahalanobis". No unit: activations
/// are divided by the noise.
///
/// Noise in the means adds to every distance; [`crossnobis`](super::crossnobis) is free of that.
///
/// Cost: `n_conditions · n_units²` for the noise, and an [`rdm`] of the conditions.
///
/// # Errors
/// Labels or a covariance that do not fit, fewer than 2 conditions.
pub fn mahalanobis(
    x: &Activations<impl Number>,
    conditions: &Labels,
    noise: &NoiseCovariance,
) -> Result<Rdm> {
    let measure = "squared_mahalanobis_per_unit";
    refuse_other_labels(measure, x.n_stimuli(), conditions)?;
    refuse_few_conditions(measure, conditions)?;
    noise.refuse_other_units(x.n_units())?;
    let (means, _) = means(x, conditions, |_| true);
    let whitened = Activations::new(noise.whiten(&means)?, conditions.n_classes(), x.n_units())?;
    rdm(&whitened, Distance::SquaredEuclideanPerUnit)
}
