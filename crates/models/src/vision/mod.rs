//! Transformers that read an image as a row of patches (Dosovitskiy et al. 2021, arXiv:2010.11929): what ViT, DeiT,
//! DINOv2 and CLIP's image tower share. A family's folder reads its config.json into a [`Vision`].
//!
//! Tokens are the class token, perhaps a distillation token, perhaps registers, then the patches row by row. Values have
//! the shapes `[batch, token, …]`, patterns `[batch, head, token, key]`.

mod config;
mod forward;
mod plan;
mod positions;
mod sites;

use crate::ImageSpec;
use crate::prenorm::PreNorm;

pub(crate) use config::{
    IMAGENET_MEAN, IMAGENET_STD, ImageFields, image_tokens, n_classes, refuse_what_is_not_here,
};
pub(crate) use positions::{Positions, Resampling};

/// A vision transformer.
#[derive(Debug)]
pub(crate) struct Vision {
    /// The `model_type`.
    pub architecture: &'static str,
    /// How it wants its pixels.
    pub image: ImageSpec,
    /// Pixels along a side of a patch.
    pub patch: usize,
    /// Whether the patches' embedding has a bias.
    pub has_patch_bias: bool,
    /// Tokens before the patches that have positions: the class token alone, or the distillation token too.
    pub n_placed: usize,
    /// Tokens between these and the patches, without positions (Darcet et al. 2023, arXiv:2309.16588).
    pub n_registers: usize,
    pub positions: Positions,
    /// Whether a norm stands before the first block.
    pub has_first_norm: bool,
    pub blocks: PreNorm,
    pub head: Head,
    pub names: &'static EmbeddingNames,
}

/// How a family names the weights of its embedding; the blocks' names have the prefix.
#[derive(Debug)]
pub(crate) struct EmbeddingNames {
    /// The class token.
    pub class: &'static str,
    /// The distillation token.
    pub distillation: &'static str,
    /// The registers.
    pub registers: &'static str,
    /// The convolution that embeds patches.
    pub patches: &'static str,
    /// The table of positions.
    pub positions: &'static str,
    /// Whether tokens and positions are stored as `[1, n, d_model]`, or the class token as `[d_model]` and
    /// the positions as `[n, d_model]`.
    pub has_batch: bool,
    /// The norm before the first block.
    pub first_norm: &'static str,
}

/// What follows the last norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// Nothing but the class token.
    Pooled,
    /// Logits from the class token.
    Class {
        /// `num_labels`.
        n_classes: usize,
    },
    /// Logits from the class token and from the distillation token, and their mean (Touvron et al. 2020).
    Teacher {
        /// `num_labels`.
        n_classes: usize,
    },
    /// Logits from the class token beside the mean of the patches, as DINOv2's linear probes.
    ClassAndMean {
        /// `num_labels`.
        n_classes: usize,
    },
    /// The class token in the space that image and text share.
    Projection {
        /// `projection_dim`.
        width: usize,
    },
}

impl Vision {
    /// Tokens before the patches.
    fn n_special(&self) -> usize {
        self.n_placed + self.n_registers
    }
}
