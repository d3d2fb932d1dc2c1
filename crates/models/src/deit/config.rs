//! What a DeiT `config.json` says, and how its checkpoints name their weights.

use crate::fields::Fields;
use crate::prenorm::Names;
use crate::vision::{
    Head, IMAGENET_MEAN, IMAGENET_STD, ImageFields, Resampling, Vision, n_classes, refuse_what_is_not_here,
};
use crate::vit;
use crate::{Filter, Result};

/// As ViT's but for the prefix.
const LAYER: Names = Names { prefix: "deit.", ..vit::LAYER };

pub(super) fn read(fields: &Fields) -> Result<Vision> {
    refuse_what_is_not_here(fields)?;
    let image = ImageFields {
        trained_side: Some(224),
        patch: Some(16),
        largest_side: usize::MAX,
        // 256 for 224, 438 for 384, as its published preprocessors have it.
        resize: (8.0 / 7.0, Filter::Bicubic),
        mean: IMAGENET_MEAN,
        std: IMAGENET_STD,
        resampling: Resampling::Bicubic,
    };
    let (image, patch, positions) = image.read(fields, fields)?;
    let has_one_head = fields.lists("architectures", "WithTeacher") == Some(false);
    let head = match n_classes(fields)? {
        None => Head::Pooled,
        Some(n_classes) if has_one_head => Head::Class { n_classes },
        Some(n_classes) => Head::Teacher { n_classes },
    };
    Ok(Vision {
        architecture: super::ARCHITECTURE.model_type,
        image,
        patch,
        has_patch_bias: true,
        n_placed: 2,
        n_registers: 0,
        positions,
        has_first_norm: false,
        blocks: vit::blocks(fields, &positions, 2, &LAYER)?,
        head,
        names: &vit::NAMES,
    })
}
