//! What a ViT `config.json` says, and how its checkpoints name their weights.

use crate::fields::{Fields, LARGEST_SIZE};
use crate::prenorm::{Activation, Names, PreNorm};
use crate::vision::{
    EmbeddingNames, Head, ImageFields, Positions, Resampling, Vision, image_tokens, n_classes,
    refuse_what_is_not_here,
};
use crate::{Filter, Result};

/// The parts of a block, which DeiT shares.
pub(crate) const LAYER: Names = Names {
    prefix: "vit.",
    layers: "encoder.layer",
    ln1: "layernorm_before",
    qkv: ["attention.attention.query", "attention.attention.key", "attention.attention.value"],
    attn_out: "attention.output.dense",
    ln2: "layernorm_after",
    mlp_in: "intermediate.dense",
    mlp_out: "output.dense",
    scales: ["", ""],
    ln_final: "layernorm",
};

/// The parts of the embedding, which DeiT and DINOv2 share.
pub(crate) const NAMES: EmbeddingNames = EmbeddingNames {
    class: "embeddings.cls_token",
    distillation: "embeddings.distillation_token",
    registers: "embeddings.register_tokens",
    patches: "embeddings.patch_embeddings.projection",
    positions: "embeddings.position_embeddings",
    has_batch: true,
    first_norm: "",
};

/// ViT's pixels lie in −1..1.
const MEAN: [f32; 3] = [0.5; 3];

pub(super) fn read(fields: &Fields) -> Result<Vision> {
    refuse_what_is_not_here(fields)?;
    let image = ImageFields {
        trained_side: Some(224),
        patch: Some(16),
        largest_side: usize::MAX,
        resize: (1.0, Filter::Bilinear),
        mean: MEAN,
        std: MEAN,
        resampling: Resampling::Bicubic,
    };
    let (image, patch, positions) = image.read(fields, fields)?;
    Ok(Vision {
        architecture: super::ARCHITECTURE.model_type,
        image,
        patch,
        has_patch_bias: true,
        n_placed: 1,
        n_registers: 0,
        positions,
        has_first_norm: false,
        blocks: blocks(fields, &positions, 1, &LAYER)?,
        head: n_classes(fields)?.map_or(Head::Pooled, |n_classes| Head::Class { n_classes }),
        names: &NAMES,
    })
}

/// The blocks of a ViT or a DeiT with `n_special` tokens before the patches.
pub(crate) fn blocks(
    fields: &Fields,
    positions: &Positions,
    n_special: usize,
    names: &'static Names,
) -> Result<PreNorm> {
    fields.refuse("hidden_act", &["gelu".into()], "only the GELU with the exact error function is here")?;
    let size = 1..=LARGEST_SIZE;
    let d_model = fields.count("hidden_size", size.clone())?;
    let n_heads = fields.count("num_attention_heads", size.clone())?;
    let [tokens, keys] = image_tokens(positions, n_special);
    Ok(PreNorm {
        d_model,
        n_blocks: fields.count("num_hidden_layers", 1..=10_000)?,
        n_heads,
        d_head: fields.divide(("hidden_size", d_model), ("num_attention_heads", n_heads))?,
        d_mlp: fields.count("intermediate_size", size)?,
        eps: fields.positive_or("layer_norm_eps", 1e-12, 1.0)?,
        activation: Activation::Gelu,
        has_qkv_bias: fields.flag_or("qkv_bias", true)?,
        has_layer_scale: false,
        is_causal: false,
        tokens,
        keys,
        names,
    })
}
