//! Layers one after another: what the lab's own trainings of perceptrons and convolutional networks give.
//!
//! `layers` describes them in the words of the trainings' layer descriptions (`{"kind": "linear", "n_out": 10}`), and
//! `input_shape` is that of one image. Weights by the names of the trainings' snapshots: `net.0.weight`, after `name`
//! [net]; also without it, as torch's `Sequential` saves them.

mod config;
mod forward;
mod layers;
mod sites;

use crate::Architecture;
use crate::plan::planned;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "sequential",
    about: "plain stacks of layers, as the lab trains them",
    read: |fields| Ok(planned(config::SequentialConfig::read(fields)?)),
};
