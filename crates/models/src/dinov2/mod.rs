//! DINOv2: vision transformers trained without labels (Oquab et al. 2023, arXiv:2304.07193), and those with registers,
//! tokens that carry no patch (Darcet et al. 2023, arXiv:2309.16588).
//!
//! Weights by Hugging Face's names, with or without the prefix `dinov2.` (`dinov2_with_registers.`). Published models
//! were trained at 518 pixels and are used at 224, which `crop_size` can change: positions are resampled as in
//! transformers, which smooths them only where there are registers.

mod config;

use crate::Architecture;
use crate::plan::planned;

pub(crate) const ARCHITECTURE: Architecture = Architecture {
    model_type: "dinov2",
    about: "DINOv2, image encoders",
    read: |fields| Ok(planned(config::read(fields, false)?)),
};

pub(crate) const WITH_REGISTERS: Architecture = Architecture {
    model_type: "dinov2_with_registers",
    about: "DINOv2 with registers, image encoders",
    read: |fields| Ok(planned(config::read(fields, true)?)),
};
