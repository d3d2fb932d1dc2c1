//! The list: a folder and its lines an experiment, in the order of the gallery.

mod retrieval_heads;
mod task_structure_nonlinearity;
/// What `scripts/new_experiment` copies; in tests alone, so that it is known to run and to pass its own.
#[cfg(test)]
mod template;
mod verbatim_memory;

use crate::Experiment;

/// All experiments.
pub(crate) static ALL: &[&dyn Experiment] = &[
    &task_structure_nonlinearity::Room,
    &retrieval_heads::Room,
    &verbatim_memory::Room,
    #[cfg(test)]
    &template::Room,
];
