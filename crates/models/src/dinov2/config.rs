//! What a DINOv2 `config.json` says, and how its checkpoints name their weights.

use crate::fields::{Fields, LARGEST_SIZE};
use crate::prenorm::{Activation, Names, PreNorm};
use crate::vision::{
    Head, IMAGENET_MEAN, IMAGENET_STD, ImageFields, Positions, Resampling, Vision, image_tokens, n_classes,
    refuse_what_is_not_here,
};
use crate::vit;
use crate::{Filter, Result};

const LAYER: Names = Names {
    prefix: "dinov2.",
    ln1: "norm1",
    ln2: "norm2",
    mlp_in: "mlp.fc1",
    mlp_out: "mlp.fc2",
    scales: ["layer_scale1.lambda1", "layer_scale2.lambda1"],
    ..vit::LAYER
};
const GATED_LAYER: Names = Names { mlp_in: "mlp.weights_in", mlp_out: "mlp.weights_out", ..LAYER };

const REGISTERS: &str = "dinov2_with_registers.";
const LAYER_WITH_REGISTERS: Names = Names { prefix: REGISTERS, ..LAYER };
const GATED_LAYER_WITH_REGISTERS: Names = Names { prefix: REGISTERS, ..GATED_LAYER };

/// The side of the images for which the published models are used.
const USUAL_SIDE: usize = 224;

pub(super) fn read(fields: &Fields, has_registers: bool) -> Result<Vision> {
    refuse_what_is_not_here(fields)?;
    let image = ImageFields {
        trained_side: Some(224),
        patch: None,
        largest_side: USUAL_SIDE,
        // 256 for 224, 438 for 384, as its published preprocessors have it.
        resize: (8.0 / 7.0, Filter::Bicubic),
        mean: IMAGENET_MEAN,
        std: IMAGENET_STD,
        resampling: if has_registers { Resampling::Smoothed } else { Resampling::Bicubic },
    };
    let (image, patch, positions) = image.read(fields, fields)?;
    let n_registers =
        if has_registers { fields.count_or("num_register_tokens", Some(4), 0..=10_000)? } else { 0 };
    let is_gated = fields.flag_or("use_swiglu_ffn", false)?;
    let names = match (has_registers, is_gated) {
        (false, false) => &LAYER,
        (false, true) => &GATED_LAYER,
        (true, false) => &LAYER_WITH_REGISTERS,
        (true, true) => &GATED_LAYER_WITH_REGISTERS,
    };
    let architecture = if has_registers { super::WITH_REGISTERS } else { super::ARCHITECTURE };
    Ok(Vision {
        architecture: architecture.model_type,
        image,
        patch,
        has_patch_bias: true,
        n_placed: 1,
        n_registers,
        positions,
        has_first_norm: false,
        blocks: blocks(fields, &positions, 1 + n_registers, is_gated, names)?,
        head: n_classes(fields)?.map_or(Head::Pooled, |n_classes| Head::ClassAndMean { n_classes }),
        names: &vit::NAMES,
    })
}

fn blocks(
    fields: &Fields,
    positions: &Positions,
    n_special: usize,
    is_gated: bool,
    names: &'static Names,
) -> Result<PreNorm> {
    fields.refuse("hidden_act", &["gelu".into()], "only the GELU with the exact error function is here")?;
    let size = 1..=LARGEST_SIZE;
    let d_model = fields.count("hidden_size", size.clone())?;
    let n_heads = fields.count("num_attention_heads", size)?;
    let wide = d_model * fields.count_or("mlp_ratio", Some(4), 1..=64)?;
    let [tokens, keys] = image_tokens(positions, n_special);
    Ok(PreNorm {
        d_model,
        n_blocks: fields.count("num_hidden_layers", 1..=10_000)?,
        n_heads,
        d_head: fields.divide(("hidden_size", d_model), ("num_attention_heads", n_heads))?,
        // Two thirds, since there are two matrices, rounded up to a multiple of 8.
        d_mlp: if is_gated { (wide * 2 / 3).next_multiple_of(8) } else { wide },
        eps: fields.positive_or("layer_norm_eps", 1e-6, 1.0)?,
        activation: if is_gated { Activation::SwiGlu } else { Activation::Gelu },
        has_qkv_bias: fields.flag_or("qkv_bias", true)?,
        has_layer_scale: true,
        is_causal: false,
        tokens,
        keys,
        names,
    })
}
