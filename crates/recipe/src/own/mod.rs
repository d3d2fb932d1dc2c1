//! Analyses of arrays that a visitor brings: activations, recordings, RDMs and labels from npy, npz, csv and safetensors files.
//! No model is run, and nothing leaves the machine.
//!
//! Flow: [`Shelf::add`] reads a file and says what it understood of each array ([`ArrayCard`]); a [`DataRecipe`] names arrays
//! of the shelf and a task; [`Shelf::run`] gives figures.

mod card;
mod cluster;
mod cluster_figures;
mod compare;
mod decode;
mod encode;
mod figures;
mod information;
mod map;
mod named;
mod neighbours;
mod pairs;
mod prepare;
mod rdms;
mod recipe;
mod reference;
mod run;
mod shelf;
mod summaries;
mod table;
mod volume;

pub use card::{ArrayCard, ArrayKind};
pub(crate) use cluster::groupings;
pub(crate) use decode::DECODERS;
pub use figures::{NeighbourGraph, Panels, Tree};
pub(crate) use information::estimators;
pub(crate) use map::{MAPS, takes_distances};
pub use prepare::Prepare;
pub use recipe::{ArrayRef, DATA_RECIPE_VERSION, DataRecipe, DataTask};
pub use run::DataReport;
pub use shelf::Shelf;
