//! Transforms of an RDM that forget how far the far are, how near the near, or both.

use crate::error::{Error, RdmError, Result};
use crate::rdm::Rdm;
use crate::rdm_comparison::average_ranks;
use crate::statistics::quantile;

/// Each entry replaced by its rank among the entries, 1 for the least; equal ones share the average
/// of their ranks. rsatoolbox's `rank_transform`. Cost m log m for m entries.
///
/// # Errors
/// None for an RDM, whose ranks are finite numbers.
pub fn rank_transformed(rdm: &Rdm) -> Result<Rdm> {
    Rdm::from_upper(average_ranks(rdm.upper()), rdm.n_stimuli())
}

/// The geo-topological transform: entries up to the `lower` quantile become 0, entries from the `upper`
/// quantile on become 1, and those between lie on the line from 0 to 1 (Lin & Kriegeskorte 2024;
/// rsatoolbox's `geotopological_transform`, with numpy's quantiles, for thresholds of at least 1: below, its
/// version 0.3.2 also sets entries between them to 1).
///
/// With 0 and 1 it only moves and scales the RDM, which leaves all geometry; the nearer the quantiles, the more
/// only the topology is left: who is near whom.
///
/// Cost: m log m for m entries.
///
/// # Errors
/// Quantiles that are not 0 ≤ lower < upper ≤ 1, and entries that are equal at both.
pub fn geo_topological(rdm: &Rdm, lower: f64, upper: f64) -> Result<Rdm> {
    let what = "the geo-topological transform";
    if !(0.0 <= lower && lower < upper && upper <= 1.0) {
        return Err(Error::Rdms(RdmError::WrongQuantiles { what, lower, upper }));
    }
    let mut rising = rdm.upper().to_vec();
    rising.sort_unstable_by(f64::total_cmp);
    let (low, high) = (quantile(&rising, lower), quantile(&rising, upper));
    if low >= high {
        return Err(Error::Rdms(RdmError::QuantilesCoincide { lower, upper, value: low }));
    }
    let transformed = rdm.upper().iter().map(|d| ((d - low) / (high - low)).clamp(0.0, 1.0)).collect();
    Rdm::from_upper(transformed, rdm.n_stimuli())
}
