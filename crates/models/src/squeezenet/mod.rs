//! SqueezeNet 1.1: a small convolutional network of "fire" modules (Iandola et al. 2016,
//! arXiv:1602.07360), trained on ImageNet. Weights by torchvision's names.
//!
//! Two dialects of the same network are around, and the configuration says which (see `config.rs`): the Caffe and
//! TensorFlow one that the lab ships (the default), and torchvision's.

mod config;
mod forward;
mod sites;

use crate::Architecture;
use crate::plan::planned;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "squeezenet",
    about: "SqueezeNet 1.1, a small image classifier",
    read: |fields| Ok(planned(config::SqueezeNetConfig::read(fields)?)),
};

/// A fire module: squeeze by 1 × 1, then expand by 1 × 1 and 3 × 3, side by side.
struct Fire {
    /// The module's name in the paper.
    name: &'static str,
    /// Its place in torchvision's `features`.
    index: usize,
    n_in: usize,
    n_squeeze: usize,
    /// Output channels of each expansion; the module has twice as many.
    n_expand: usize,
}

const fn fire(name: &'static str, index: usize, n_in: usize, n_squeeze: usize, n_expand: usize) -> Fire {
    Fire { name, index, n_in, n_squeeze, n_expand }
}

/// Channels of the first convolution.
const N_CONV1: usize = 64;

/// The eight fire modules (the paper's table 1 in version 1.1). 3 × 3 max pools of stride 2 stand before the first (`pool1`), and
/// after `fire3` and `fire5`.
const FIRES: [Fire; 8] = [
    fire("fire2", 3, N_CONV1, 16, 64),
    fire("fire3", 4, 128, 16, 64),
    fire("fire4", 6, 128, 32, 128),
    fire("fire5", 7, 256, 32, 128),
    fire("fire6", 9, 256, 48, 192),
    fire("fire7", 10, 384, 48, 192),
    fire("fire8", 11, 384, 64, 256),
    fire("fire9", 12, 512, 64, 256),
];

/// The pool that follows a module, with its place in torchvision's `features`.
fn pool_after(fire: &str) -> Option<(&'static str, usize)> {
    match fire {
        "fire3" => Some(("pool3", 5)),
        "fire5" => Some(("pool5", 8)),
        _ => None,
    }
}
