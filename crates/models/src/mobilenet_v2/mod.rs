//! MobileNetV2: blocks that widen, look at each channel by itself, and narrow again (Sandler et al. 2018,
//! arXiv:1801.04381).
//!
//! Weights by torchvision's names, timm's (`blocks.1.0.conv_dw`) or Hugging Face's (`layer.0.conv_3x3`, with or
//! without the prefix `mobilenet_v2.`). Three configurations are read: our own words (those of torchvision's
//! arguments), timm's `architecture`, and Hugging Face's `depth_multiplier`.

mod config;
mod design;
mod forward;
mod sites;

use crate::Architecture;
use crate::plan::planned;

pub(crate) use design::TIMM_NAMES;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "mobilenet_v2",
    about: "MobileNetV2, small image classifiers",
    read: |fields| Ok(planned(config::MobileNetConfig::read(fields)?)),
};
