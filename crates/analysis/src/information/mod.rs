//! Entropy, and the information that two variables share or that a layer holds on its stimuli.
//!
//! Three families, none of which is right everywhere: bins ([`binned_mutual_information`]), Gaussian
//! noise added to the answers ([`kde_stimulus_information`]), and nearest neighbours
//! ([`ksg_mutual_information`]).

mod binned;
mod card;
mod cells;
mod entropy;
mod kde;
mod ksg;
mod unit;

pub use binned::{binned_label_information, binned_mutual_information, binned_stimulus_information};
pub(crate) use card::{CARDS, MEASURES, SUMMARIES};
pub use entropy::{EntropyEstimator, entropy_of_counts};
pub use kde::{KdeBound, kde_label_information, kde_stimulus_information};
pub use ksg::{KsgAlgorithm, ksg_mutual_information};
pub use unit::InformationUnit;
