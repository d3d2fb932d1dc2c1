//! The entropy of a discrete variable from counts.

use super::InformationUnit;
use crate::error::{Error, LayerError, Result};

/// How an entropy is estimated from counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntropyEstimator {
    /// −Σ p ln p of the shares p, biased low.
    PlugIn,
    /// The same plus (m − 1) / (2 n) nats, m values seen in n draws: Miller 1955, "Note on the bias of
    /// information estimates"; Paninski 2003, Neural Computation 15, section 4.1 (Miller–Madow).
    MillerMadow,
}

/// The entropy of a variable of which each value was seen so many times; a value never seen (0) counts
/// for nothing. Cost: one pass.
///
/// # Errors
/// No value seen.
pub fn entropy_of_counts(
    counts: &[usize],
    estimator: EntropyEstimator,
    unit: InformationUnit,
) -> Result<f64> {
    let n = counts.iter().map(|&count| count as f64).sum::<f64>();
    if n == 0.0 {
        return Err(Error::Layer(LayerError::Undefined {
            measure: "an entropy",
            because: "no value was seen".to_owned(),
            next: "give at least one count above 0",
        }));
    }
    let plug_in = nats(counts.iter().copied(), n);
    let seen = counts.iter().filter(|&&count| count > 0).count();
    Ok(unit.of_nats(match estimator {
        EntropyEstimator::PlugIn => plug_in,
        EntropyEstimator::MillerMadow => plug_in + (seen - 1) as f64 / (2.0 * n),
    }))
}

/// −Σ p ln p of counts that sum to `n`.
pub(super) fn nats(counts: impl Iterator<Item = usize>, n: f64) -> f64 {
    let parts = counts.filter(|&count| count > 0).map(|count| count as f64 / n);
    let sum: f64 = parts.map(|part| part * part.ln()).sum();
    // No −0 for a single value.
    0.0 - sum
}
