//! ResNet: convolutions whose blocks add to what they were given (He et al. 2016, arXiv:1512.03385), in the form that
//! torchvision and timm train: a bottleneck's stride lies in its 3 × 3 convolution. Also in groups (ResNeXt; Xie et
//! al. 2017, arXiv:1611.05431) and wide (Zagoruyko & Komodakis 2016, arXiv:1605.07146).
//!
//! Weights by torchvision's and timm's names, or Hugging Face's, with or without the prefix `resnet.`. Three
//! configurations are read: our own words, timm's `architecture`, and Hugging Face's `depths` and `hidden_sizes`.

mod config;
mod design;
mod forward;
mod sites;

use crate::Architecture;
use crate::plan::planned;

pub(crate) use design::TIMM_NAMES;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "resnet",
    about: "ResNet and ResNeXt, image classifiers with residual blocks",
    read: |fields| Ok(planned(config::ResNetConfig::read(fields)?)),
};
