//! UMAP: a map of the graph of nearest neighbours.
//!
//! McInnes, Healy & Melville 2018, "UMAP: Uniform manifold approximation and projection for dimension
//! reduction", arXiv:1802.03426; details as in the program umap-learn.

mod card;
mod curve;
mod fuzzy;
mod layout;
mod settings;
mod start;

pub(crate) use card::CARDS;
pub use curve::{UmapCurve, umap_curve};
pub use fuzzy::{FuzzyEdge, FuzzyGraph, fuzzy_graph};
pub use layout::Umap;
pub use settings::UmapSettings;
pub use start::UmapStart;

/// What refusals call the method.
const MEASURE: &str = "umap";
