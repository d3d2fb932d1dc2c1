//! ViT: an image classifier that reads patches as tokens (Dosovitskiy et al. 2021, arXiv:2010.11929). DeiTs without a
//! distillation token are published as ViTs.
//!
//! Weights by Hugging Face's names, with or without the prefix `vit.`. Sites in TransformerLens's words, see
//! `vision/sites.rs`. The classifier is there when `architectures` or `num_labels` says so.

mod config;

use crate::Architecture;
use crate::plan::planned;

pub(crate) use config::{LAYER, NAMES, blocks};

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "vit",
    about: "ViT, image classifiers",
    read: |fields| Ok(planned(config::read(fields)?)),
};
