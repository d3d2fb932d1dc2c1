//! t-SNE: a map that keeps each stimulus's near ones near.
//!
//! Van der Maaten & Hinton 2008, "Visualizing data using t-SNE", Journal of Machine Learning Research 9;
//! the schedule of scikit-learn's `TSNE(method="exact")`.

mod card;
mod joint;
mod layout;

pub(crate) use card::CARDS;
pub use joint::joint_probabilities;
pub use layout::{Tsne, TsneSettings};
