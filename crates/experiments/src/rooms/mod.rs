//! The list: a folder and a line an experiment, in the order of the gallery.

mod task_structure_nonlinearity;

use crate::Experiment;

/// All experiments.
pub(crate) static ALL: &[&dyn Experiment] = &[&task_structure_nonlinearity::Room];
