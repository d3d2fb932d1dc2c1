//! The list: a folder and its lines an experiment, in the order of the gallery.

mod matryoshka;
mod sparsey;
mod task_structure_nonlinearity;
/// What `scripts/new_experiment` copies; in tests alone, so that it is known to run and to pass its own.
#[cfg(test)]
mod template;

use crate::Experiment;

/// All experiments.
pub(crate) static ALL: &[&dyn Experiment] = &[
    &task_structure_nonlinearity::Room,
    &sparsey::Room,
    &matryoshka::Room,
    #[cfg(test)]
    &template::Room,
];
