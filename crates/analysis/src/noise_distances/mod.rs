//! Distances between noisy measurements: scaled by the noise, and freed of its bias.
//!
//! Walther et al. 2016, "Reliability of dissimilarity measures for multi-voxel pattern analysis",
//! NeuroImage 137; Nili et al. 2014; rsatoolbox's `calc_rdm` with "mahalanobis" and "crossnobis".

mod card;
mod conditions;
mod covariance;
mod crossnobis;
mod mahalanobis;
mod shrinkage;

pub(crate) use card::CARDS;
pub use covariance::NoiseCovariance;
pub use crossnobis::crossnobis;
pub use mahalanobis::mahalanobis;
pub use shrinkage::{Shrinkage, noise_covariance};
