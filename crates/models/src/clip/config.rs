//! What a CLIP `config.json` says, and how its checkpoints name their weights. Files of both towers leave out what
//! transformers takes by default, which is the model with patches of 32 pixels.

use crate::fields::{Fields, LARGEST_SIZE};
use crate::prenorm::{Activation, Names, PreNorm};
use crate::vision::{
    EmbeddingNames, Head, ImageFields, Resampling, Vision, image_tokens, refuse_what_is_not_here,
};
use crate::{Axis, Filter, Result};

/// The mean and deviation of red, green and blue that OpenAI took.
const MEAN: [f32; 3] = [0.481_454_66, 0.457_827_5, 0.408_210_73];
const STD: [f32; 3] = [0.268_629_54, 0.261_302_6, 0.275_777_1];

const LAYER: Names = Names {
    prefix: "vision_model.",
    layers: "encoder.layers",
    ln1: "layer_norm1",
    qkv: ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"],
    attn_out: "self_attn.out_proj",
    ln2: "layer_norm2",
    mlp_in: "mlp.fc1",
    mlp_out: "mlp.fc2",
    scales: ["", ""],
    ln_final: "post_layernorm",
};
const TEXT_LAYER: Names = Names { prefix: "text_model.", ln_final: "final_layer_norm", ..LAYER };

const NAMES: EmbeddingNames = EmbeddingNames {
    class: "embeddings.class_embedding",
    distillation: "",
    registers: "",
    patches: "embeddings.patch_embedding",
    positions: "embeddings.position_embedding.weight",
    has_batch: false,
    // Misspelt in every checkpoint.
    first_norm: "pre_layrnorm",
};

/// The text tower.
#[derive(Debug)]
pub(super) struct ClipText {
    /// The `model_type`.
    pub architecture: &'static str,
    /// `vocab_size`.
    pub vocab: usize,
    /// `max_position_embeddings`.
    pub n_pos: usize,
    pub end: End,
    pub blocks: PreNorm,
    /// `projection_dim`, if there is a projection.
    pub projection: Option<usize>,
}

/// How the token is found that stands for the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The first one with this id.
    Token(u32),
    /// The one with the highest id. Old files say that the text ends with token 2, which was wrong.
    Highest,
}

/// `projection_dim`; 512 when absent.
pub(super) fn projection_width(fields: &Fields) -> Result<usize> {
    fields.count_or("projection_dim", Some(512), 1..=LARGEST_SIZE)
}

/// The image tower; `outer` says how pixels are prepared.
pub(super) fn vision(
    architecture: &'static str,
    fields: &Fields,
    outer: &Fields,
    projection: Option<usize>,
) -> Result<Vision> {
    refuse_what_is_not_here(fields)?;
    refuse_what_is_not_here(outer)?;
    let image = ImageFields {
        trained_side: Some(224),
        patch: Some(32),
        largest_side: usize::MAX,
        resize: (1.0, Filter::Bicubic),
        mean: MEAN,
        std: STD,
        resampling: Resampling::Bicubic,
    };
    let (image, patch, positions) = image.read(fields, outer)?;
    let [tokens, keys] = image_tokens(&positions, 1);
    let sizes = Sizes { d_model: 768, n_heads: 12, d_mlp: 3072 };
    Ok(Vision {
        architecture,
        image,
        patch,
        has_patch_bias: false,
        n_placed: 1,
        n_registers: 0,
        positions,
        has_first_norm: true,
        blocks: PreNorm { tokens, keys, names: &LAYER, ..blocks(fields, &sizes)? },
        head: projection.map_or(Head::Pooled, |width| Head::Projection { width }),
        names: &NAMES,
    })
}

pub(super) fn text(
    architecture: &'static str,
    fields: &Fields,
    projection: Option<usize>,
) -> Result<ClipText> {
    refuse_what_is_not_here(fields)?;
    let size = 1..=LARGEST_SIZE;
    let sizes = Sizes { d_model: 512, n_heads: 8, d_mlp: 2048 };
    let end = fields.count_or("eos_token_id", Some(49_407), 0..=LARGEST_SIZE)?;
    Ok(ClipText {
        architecture,
        vocab: fields.count_or("vocab_size", Some(49_408), size.clone())?,
        n_pos: fields.count_or("max_position_embeddings", Some(77), size)?,
        end: if end == 2 { End::Highest } else { End::Token(end as u32) },
        blocks: PreNorm { is_causal: true, names: &TEXT_LAYER, ..blocks(fields, &sizes)? },
        projection,
    })
}

/// A tower's sizes when its fields are absent.
struct Sizes {
    d_model: usize,
    n_heads: usize,
    d_mlp: usize,
}

/// Blocks that read a text without a causal mask; each tower changes what differs.
fn blocks(fields: &Fields, default: &Sizes) -> Result<PreNorm> {
    let size = 1..=LARGEST_SIZE;
    let d_model = fields.count_or("hidden_size", Some(default.d_model), size.clone())?;
    let n_heads = fields.count_or("num_attention_heads", Some(default.n_heads), size.clone())?;
    let activation = match fields.choice("hidden_act", &["quick_gelu", "gelu"])? {
        "gelu" => Activation::Gelu,
        _ => Activation::QuickGelu,
    };
    Ok(PreNorm {
        d_model,
        n_blocks: fields.count_or("num_hidden_layers", Some(12), 1..=10_000)?,
        n_heads,
        d_head: fields.divide(("hidden_size", d_model), ("num_attention_heads", n_heads))?,
        d_mlp: fields.count_or("intermediate_size", Some(default.d_mlp), size)?,
        eps: fields.positive_or("layer_norm_eps", 1e-5, 1.0)?,
        activation,
        has_qkv_bias: true,
        has_layer_scale: false,
        is_causal: false,
        tokens: Axis::Pos,
        keys: Axis::Key,
        names: &LAYER,
    })
}
