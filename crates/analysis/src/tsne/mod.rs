//! t-SNE: a map that keeps each stimulus's near ones near.
//!
//! Van der Maaten & Hinton 2008, "Visualizing data using t-SNE", Journal of Machine Learning Research 9;
//! the schedule of scikit-learn's `TSNE`. Exact for an RDM, by trees (van der Maaten 2014) for many stimuli.

mod card;
mod descent;
mod exact;
mod joint;
mod layout;
mod quadtree;
mod settings;
mod sparse;
mod vantage;

pub(crate) use card::CARDS;
pub use joint::joint_probabilities;
pub use layout::Tsne;
pub use settings::TsneSettings;
