//! Analyses of arrays that a visitor brings: activations, recordings, RDMs and labels from npy, npz, csv and safetensors files.
//! No model is run, and nothing leaves the machine.
//!
//! Flow: [`Shelf::add`] reads a file and says what it understood of each array ([`ArrayCard`]); a [`DataRecipe`] names arrays
//! of the shelf and a task; [`Shelf::run`] gives figures.

mod card;
mod cluster;
mod cluster_figures;
mod codelength;
mod compare;
mod decode;
mod encode;
mod encode_extras;
mod energy;
mod figures;
mod graph;
mod information;
mod map;
mod named;
mod neighbours;
mod noise;
mod pairs;
mod prepare;
mod rdm;
mod rdms;
mod reading;
mod recipe;
mod reference;
mod regression;
mod run;
mod selectivity;
mod shelf;
mod summaries;
mod table;
mod topology;
mod transform;
mod volume;

pub use card::{ArrayCard, ArrayKind};
pub(crate) use cluster::groupings;
pub(crate) use decode::DECODERS;
pub use energy::EnergyTask;
pub use figures::{NeighbourGraph, Panels, Tree};
pub(crate) use information::estimators;
pub(crate) use map::{MAPS, takes_distances};
pub(crate) use noise::NOISE_DISTANCES;
pub use noise::Noise;
pub use prepare::Prepare;
pub use rdm::RdmTask;
pub use reading::Reading;
pub use recipe::{ArrayRef, DATA_RECIPE_VERSION, DataRecipe, DataTask};
pub use regression::RegressionTask;
pub use run::DataReport;
pub use shelf::Shelf;
pub(crate) use transform::TRANSFORMS;
pub use transform::Transform;
