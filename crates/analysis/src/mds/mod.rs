//! Multidimensional scaling: a map on which distances are those of an RDM, as well as they can be.
//!
//! [`classical_mds`] is exact for Euclidean distances; [`smacof`] makes the differences of distances
//! small (metric) or keeps their order alone (non-metric). Sources stand with the functions.

mod card;
mod classical;
mod isotonic;
mod kind;
mod leading;
mod smacof;
mod start;

pub(crate) use card::CARDS;
pub use classical::{ClassicalMds, classical_mds};
pub use kind::{MDS_KINDS, MdsKind};
pub(crate) use leading::leading;
pub use smacof::{Smacof, SmacofSettings, smacof};
pub use start::MapStart;
pub(crate) use start::{given_start, random_start, refuse_components};
