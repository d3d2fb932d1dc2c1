//! IsoScore: how evenly the units' space is used.
//!
//! Rudman, Gillman, Rayne & Eickhoff 2022, "IsoScore: measuring the uniformity of embedding space
//! utilization", Findings of ACL, algorithm 1.

use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::finite::finite;
use crate::participation_ratio::participation_ratio;

/// What the refusals call it.
const NAME: &str = "isoscore";

/// The IsoScore of a layer; 0 (all answers on a line) to 1 (equal variance in all n_units directions).
///
/// Its algorithm (variances λ of the principal components, scaled to length √p; their distance from
/// (1, …, 1) as the defect δ; the part φ = (p − δ²(p − √p))² / p² of dimensions used; (pφ − 1) / (p − 1))
/// comes to (PR − 1) / (p − 1), with PR = (Σλ)² / Σλ² the [`participation_ratio`] and p = n_units: since
/// δ²(p − √p) = p − √p Σλ/|λ|, the part φ is PR / p. So it is computed.
///
/// Cost: that of [`participation_ratio`].
///
/// # Errors
/// A single unit; whatever [`participation_ratio`] refuses.
pub fn isoscore(x: &Activations<impl Number>) -> Result<f64> {
    if x.n_units() < 2 {
        return Err(Error::Layer(LayerError::Undefined {
            measure: NAME,
            because: "a single unit has one direction only".to_owned(),
            next: "take a site with at least 2 units",
        }));
    }
    finite(NAME, (participation_ratio(x)? - 1.0) / (x.n_units() - 1) as f64)
}
