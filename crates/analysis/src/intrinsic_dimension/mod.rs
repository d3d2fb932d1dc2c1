//! How many dimensions a layer's answers need locally, also where they lie on a curved surface.
//!
//! Both estimators look only at the distances from each stimulus to its nearest neighbours.

mod card;
mod mle;
mod neighbours;
mod two_nn;

pub(crate) use card::{CARDS, SUMMARIES};
pub use mle::intrinsic_dimension_mle;
pub(crate) use neighbours::nearest;
pub use two_nn::{TwoNn, two_nn};
