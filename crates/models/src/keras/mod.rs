//! Image networks that Keras describes as a list of layers, as TensorFlow.js publishes them: Tiny Darknet is one (Redmon
//! 2016, <https://pjreddie.com/darknet/tiny-darknet/>: convolutions, batch normalisation, leaky rectifiers).
//!
//! `layers` is Keras's own list (`{"type": "Conv2D", "name": "conv2d_1", "filters": 16, …}`), in which each layer reads the one
//! before. Sites have the layers' names. Weights by Keras's names (`conv2d_1.kernel`), kernels `[out, in, height, width]`.

mod config;
mod forward;
mod layers;
mod sites;

use crate::Architecture;
use crate::plan::planned;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "keras",
    about: "image networks by Keras's list of layers, such as Tiny Darknet",
    read: |fields| Ok(planned(config::KerasConfig::read(fields)?)),
};

pub(crate) const OTHER_NAMES: &[(&str, &str)] = &[("tiny-darknet", "keras")];
