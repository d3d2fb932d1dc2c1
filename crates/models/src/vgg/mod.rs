//! VGG: 3 × 3 convolutions and pools, then three dense layers (Simonyan & Zisserman 2015, arXiv:1409.1556), with and
//! without batch normalisation.
//!
//! Weights by torchvision's names, or timm's, which has the first two dense layers as convolutions (`pre_logits.fc1`).
//! Two configurations are read: our own words and timm's `architecture`.

mod config;
mod forward;
mod layers;
mod sites;

use crate::Architecture;
use crate::plan::planned;

pub(crate) use layers::TIMM_NAMES;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "vgg",
    about: "VGG 11 to 19, image classifiers",
    read: |fields| Ok(planned(config::VggConfig::read(fields)?)),
};
