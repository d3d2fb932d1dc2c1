//! Representational dissimilarity matrices: how far apart the answers to every two stimuli are.
//!
//! Kriegeskorte, Mur & Bandettini 2008, "Representational similarity analysis", Frontiers in
//! Systems Neuroscience 2:4.

mod card;
mod correlation;
mod cosine;
mod distance;
mod euclidean;
mod labels;
mod matrix;

pub(crate) use card::CARDS;
pub use distance::{DISTANCES, Distance};
pub use labels::label_rdm;
pub use matrix::Rdm;

use crate::activations::{Activations, Number};
use crate::error::{Error, Result};
use crate::gram::refuse_too_many;

/// The RDM of a layer: the distance between the answers to every two stimuli.
///
/// Two stimuli with the same answers are exactly 0 apart. Pairs whose distance would lose digits
/// to cancellation in the Gram matrix are computed again from the activations.
///
/// Cost: `n_stimuli² · n_units` multiply-adds (half of them saved by symmetry); memory
/// `8 · n_stimuli²` bytes and a block of at most 2 MiB, never an f64 copy of the activations.
///
/// # Errors
/// Fewer than 2 stimuli; for correlation a stimulus to which all units answer alike; for cosine
/// a stimulus to which all units answer 0; more stimuli than memory is allowed for
/// ([`MAX_SQUARE_BYTES`](crate::MAX_SQUARE_BYTES)).
pub fn rdm(x: &Activations<impl Number>, distance: Distance) -> Result<Rdm> {
    let n_stimuli = x.n_stimuli();
    if n_stimuli < 2 {
        return Err(Error::TooFewStimuli {
            measure: "an RDM",
            needs: 2,
            found: n_stimuli,
            why: "its entries are distances between two",
        });
    }
    refuse_too_many("an RDM", n_stimuli)?;
    let upper = match distance {
        Distance::SquaredEuclideanPerUnit => {
            let n_units = x.n_units() as f64;
            let squared = euclidean::squared_distances(x);
            squared.into_iter().map(|d| d / n_units).collect()
        }
        Distance::Euclidean => euclidean::squared_distances(x).into_iter().map(f64::sqrt).collect(),
        Distance::Correlation => correlation::distances(x)?,
        Distance::Cosine => cosine::distances(x)?,
    };
    Rdm::from_upper(upper, n_stimuli)
}

/// A distance smaller than this part of the numbers it is the difference of is computed again from
/// the activations: f64 keeps 16 digits, so at least ten are left of the ones kept.
const CANCELLATION: f64 = 1e-6;

/// Every pair `i < j`, in the order of the condensed upper triangle.
pub(crate) fn pairs(n_stimuli: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n_stimuli).flat_map(move |i| (i + 1..n_stimuli).map(move |j| (i, j)))
}
