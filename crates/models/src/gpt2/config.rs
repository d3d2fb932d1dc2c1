//! What a GPT-2 `config.json` says.

use std::rc::Rc;

use tensor::Device;

use super::forward::Gpt2;
use super::sites;
use crate::activation::Activation;
use crate::decoder;
use crate::fields::{Fields, LARGEST_SIZE};
use crate::plan::Family;
use crate::route::Route;
use crate::{Identity, InputKind, Model, Result, WeightRequest, Weights};

/// The sizes of a GPT-2, in TransformerLens's words.
#[derive(Debug)]
pub(crate) struct Gpt2Config {
    /// `vocab_size`.
    pub vocab: usize,
    /// `n_embd`.
    pub d_model: usize,
    /// `n_layer`.
    pub n_blocks: usize,
    /// `n_head`.
    pub n_heads: usize,
    /// `n_embd / n_head`.
    pub d_head: usize,
    /// `n_inner`; four times `n_embd` when absent.
    pub d_mlp: usize,
    /// `n_positions`, in older files `n_ctx`.
    pub n_pos: usize,
    /// `layer_norm_epsilon`; 1e-5 when absent.
    pub eps: f32,
    /// `activation_function`; the GELU by tanh when absent.
    pub activation: Activation,
    /// What q · k is multiplied by where `scale_attn_weights` is false; else 1 / √d_head.
    pub scale: Option<f32>,
    /// `tie_word_embeddings`, true when absent: the checkpoint may lack a head, and the embedding serves.
    pub is_tied: bool,
}

impl Gpt2Config {
    pub fn read(fields: &Fields) -> Result<Self> {
        for (name, reason) in [
            ("scale_attn_by_inverse_layer_idx", "the scale of attention here is the same in every block"),
            ("reorder_and_upcast_attn", "attention here is computed in f32 and in one order"),
            ("add_cross_attention", "cross-attention is not here"),
        ] {
            fields.refuse(name, &[false.into()], reason)?;
        }
        fields.refuse("quantization_config", &[], "only weights in f32, f16 or bf16 are read")?;
        let size = 1..=LARGEST_SIZE;
        let d_model = fields.count("n_embd", size.clone())?;
        let n_heads = fields.count("n_head", size.clone())?;
        let positions =
            if !fields.has("n_positions") && fields.has("n_ctx") { "n_ctx" } else { "n_positions" };
        let is_scaled = fields.flag_or("scale_attn_weights", true)?;
        Ok(Self {
            vocab: fields.count("vocab_size", size.clone())?,
            d_model,
            n_blocks: fields.count("n_layer", 1..=10_000)?,
            n_heads,
            d_head: fields.divide(("n_embd", d_model), ("n_head", n_heads))?,
            d_mlp: fields.count_or("n_inner", Some(4 * d_model), size.clone())?,
            n_pos: fields.count(positions, size)?,
            eps: fields.positive_or("layer_norm_epsilon", 1e-5, 1.0)?,
            activation: Activation::read(fields, "activation_function", Activation::GeluTanh)?,
            scale: if is_scaled { None } else { Some(1.0) },
            is_tied: fields.flag_or("tie_word_embeddings", true)?,
        })
    }
}

impl Family for Gpt2Config {
    fn route(&self) -> Route {
        sites::route(self)
    }

    fn architecture(&self) -> &'static str {
        super::ARCHITECTURE.model_type
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
        decoder::identities(self.n_blocks, &["hook_embed", "hook_pos_embed"], false)
    }

    fn max_positions(&self) -> Option<usize> {
        Some(self.n_pos)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(Gpt2 { config, route, weights })
    }
}
