//! What of a geometry is left when only near and far count: transforms of RDMs, distances along
//! neighbours, and the components and loops of stimuli joined up to a threshold.
//!
//! Lin & Kriegeskorte 2024, "The topology and geometry of neural representations", PNAS 121(42)
//! (arXiv 2309.11028).

mod barcode;
mod card;
mod complex;
mod geodesic;
mod transform;

pub use barcode::{Barcode, BettiCurves, MAX_TOPOLOGY_STIMULI, vietoris_rips};
pub(crate) use card::CARDS;
pub use geodesic::{Neighbours, geodesic};
pub use transform::{geo_topological, rank_transformed};

use crate::error::{Error, RdmError, Result};
use crate::rdm::{Rdm, pairs};

/// Refuses distances below 0, along which no way is short.
fn refuse_negative(what: &'static str, rdm: &Rdm) -> Result<()> {
    match pairs(rdm.n_stimuli()).zip(rdm.upper()).find(|(_, d)| **d < 0.0) {
        Some(((i, j), &value)) => Err(Error::Rdms(RdmError::NegativeDistance { what, i, j, value })),
        None => Ok(()),
    }
}
