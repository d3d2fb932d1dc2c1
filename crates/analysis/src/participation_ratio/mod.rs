//! Participation ratio: how many dimensions the answers spread over.
//!
//! Gao et al. 2017, "A theory of multineuronal dimensionality, dynamics and measurement".

mod card;

pub(crate) use card::{CARDS, SUMMARIES};

use crate::activations::{Activations, Number};
use crate::error::{Error, Result};
use crate::gram::{gram, refuse_too_many, scatter};

/// (Σλ)² / Σλ² of the eigenvalues λ of the covariance of units over stimuli.
///
/// 1 if the answers lie on a line, and at most the rank, min(n_stimuli − 1, n_units), if they spread
/// evenly. No eigenvalue is computed: Σλ is the trace and Σλ² the sum of squared entries of the
/// covariance, or of the smaller Gram matrix with the same eigenvalues.
///
/// Cost: `n_stimuli · n_units · min(n_stimuli, n_units)` multiply-adds.
///
/// # Errors
/// Fewer than 2 stimuli, too many for memory, activations without variance.
pub fn participation_ratio(x: &Activations<impl Number>) -> Result<f64> {
    let measure = "the participation ratio";
    let (n_stimuli, n_units) = (x.n_stimuli(), x.n_units());
    if n_stimuli < 2 {
        return Err(Error::TooFewStimuli {
            measure,
            needs: 2,
            found: n_stimuli,
            why: "a single one has no covariance",
        });
    }
    refuse_too_many(measure, n_stimuli.min(n_units))?;
    let spread = if n_units < n_stimuli { scatter(x) } else { gram(x).centred };
    let sum = spread.trace();
    // Exactly 0 for activations without variance: see the centring of units.
    if sum == 0.0 {
        return Err(Error::NoVariance { measure, n_stimuli });
    }
    let root_of_squares = spread.dot(&spread).sqrt();
    let ratio = sum / root_of_squares;
    Ok((ratio * ratio).max(1.0))
}
