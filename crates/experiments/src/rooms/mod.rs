//! The list: a folder and its lines an experiment, in the order of the gallery.

mod convergent_learning;
mod feature_biases;
mod information_plane;
mod matryoshka;
mod prototypes;
mod relative_representations;
mod retrieval_heads;
mod rich_lazy;
mod sparsey;
mod task_structure_nonlinearity;
/// What `scripts/new_experiment` copies; in tests alone, so that it is known to run and to pass its own.
#[cfg(test)]
mod template;
mod topology_geometry;
mod verbatim_memory;

use crate::Experiment;

/// All experiments.
pub(crate) static ALL: &[&dyn Experiment] = &[
    &task_structure_nonlinearity::Room,
    &sparsey::Room,
    &feature_biases::Room,
    &convergent_learning::Room,
    &rich_lazy::Room,
    &information_plane::Room,
    &relative_representations::Room,
    &topology_geometry::Room,
    &retrieval_heads::Room,
    &matryoshka::Room,
    &verbatim_memory::Room,
    &prototypes::Room,
    #[cfg(test)]
    &template::Room,
];
