//! DeiT: a ViT with a second token, trained on what a teacher answered (Touvron et al. 2021, arXiv:2012.12877).
//!
//! Weights by Hugging Face's names, with or without the prefix `deit.`. Published DeiTs have two heads, whose logits
//! are averaged; `architectures` may say that there is only one.

mod config;

use crate::Architecture;
use crate::plan::planned;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "deit",
    about: "DeiT, image classifiers with a distillation token",
    read: |fields| Ok(planned(config::read(fields)?)),
};
