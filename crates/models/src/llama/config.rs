//! What the `config.json` of a Llama or a relative says.

use std::rc::Rc;

use tensor::Device;

use super::forward::Llama;
use super::refused::refuse_what_is_not_here;
use super::sites;
use super::variant::Variant;
use crate::decoder;
use crate::fields::{Fields, LARGEST_SIZE};
use crate::plan::Family;
use crate::rotary::Rotation;
use crate::route::Route;
use crate::{Identity, InputKind, Model, Result, WeightRequest, Weights};

/// The sizes of a Llama, in TransformerLens's words.
#[derive(Debug)]
pub(crate) struct LlamaConfig {
    /// Which relative it is.
    pub variant: &'static Variant,
    /// `vocab_size`.
    pub vocab: usize,
    /// `hidden_size`.
    pub d_model: usize,
    /// `num_hidden_layers`.
    pub n_blocks: usize,
    /// `num_attention_heads`.
    pub n_heads: usize,
    /// `num_key_value_heads`; as many as heads when absent. Neighbouring heads share one.
    pub n_kv_heads: usize,
    /// `head_dim`; `hidden_size / num_attention_heads` when absent.
    pub d_head: usize,
    /// `intermediate_size`.
    pub d_mlp: usize,
    /// `max_position_embeddings`.
    pub n_pos: usize,
    /// `rms_norm_eps`; 1e-6 when absent.
    pub eps: f32,
    /// `rope_theta`, 10000 when absent, and what stretches the positions.
    pub rotation: Rotation,
    /// `tie_word_embeddings`: the unembedding is the embedding, whatever else the checkpoint holds.
    pub is_tied: bool,
    /// `attention_bias`, or always so: q, k and v have biases.
    pub has_qkv_bias: bool,
    /// `attention_bias`: the output of attention has a bias.
    pub has_out_bias: bool,
    /// `mlp_bias`: all three matrices of the MLP have biases.
    pub has_mlp_bias: bool,
}

impl LlamaConfig {
    pub fn read(fields: &Fields, variant: &'static Variant) -> Result<Self> {
        let n_blocks = fields.count("num_hidden_layers", 1..=10_000)?;
        refuse_what_is_not_here(fields, variant, n_blocks)?;
        let size = 1..=LARGEST_SIZE;
        for name in variant.required {
            fields.count(name, size.clone())?;
        }
        let d_model = fields.count("hidden_size", size.clone())?;
        let n_heads = fields.count("num_attention_heads", size.clone())?;
        let n_kv_heads = fields.count_or("num_key_value_heads", Some(n_heads), size.clone())?;
        fields.divide(("num_attention_heads", n_heads), ("num_key_value_heads", n_kv_heads))?;
        let d_head = match fields.has("head_dim") {
            true => fields.count("head_dim", size.clone())?,
            false => fields.divide(("hidden_size", d_model), ("num_attention_heads", n_heads))?,
        };
        fields.divide(("head_dim", d_head), ("2, for the rotary pairs", 2))?;
        let has_bias = |flag: &str| match variant.bias_flags.contains(&flag) {
            true => fields.flag_or(flag, false),
            false => Ok(false),
        };
        let has_attention_bias = has_bias("attention_bias")?;
        Ok(Self {
            variant,
            vocab: fields.count("vocab_size", size.clone())?,
            d_model,
            n_blocks,
            n_heads,
            n_kv_heads,
            d_head,
            d_mlp: fields.count("intermediate_size", size.clone())?,
            n_pos: fields.count("max_position_embeddings", size)?,
            eps: fields.positive_or("rms_norm_eps", 1e-6, 1.0)?,
            rotation: Rotation::read(fields)?,
            is_tied: fields.flag_or("tie_word_embeddings", false)?,
            has_qkv_bias: variant.has_qkv_bias || has_attention_bias,
            has_out_bias: has_attention_bias,
            has_mlp_bias: has_bias("mlp_bias")?,
        })
    }
}

impl Family for LlamaConfig {
    fn route(&self) -> Route {
        sites::route(self)
    }

    fn architecture(&self) -> &'static str {
        self.variant.model_type
    }

    fn input(&self) -> InputKind {
        InputKind::Text
    }

    fn default_sites(&self) -> Vec<String> {
        decoder::default_sites(self.n_blocks)
    }

    fn unembedding(&self) -> Vec<WeightRequest> {
        sites::unembedding(self)
    }

    fn identities(&self) -> Vec<Identity> {
        decoder::identities(self.n_blocks, &["hook_embed"], false)
    }

    fn max_positions(&self) -> Option<usize> {
        Some(self.n_pos)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(Llama { config, route, weights })
    }
}
