//! What a Llama `config.json` says.

use std::rc::Rc;

use tensor::Device;

use super::forward::Llama;
use super::sites;
use crate::decoder;
use crate::fields::{Fields, LARGEST_SIZE};
use crate::rotary::refuse_stretched;
use crate::route::Route;
use crate::{Identity, InputKind, Model, Plan, Result, Site, WeightRequest, Weights};

/// The sizes of a Llama, in TransformerLens's words.
#[derive(Debug)]
pub(crate) struct LlamaConfig {
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
    /// `rope_theta`; 10000 when absent.
    pub rope_theta: f32,
    /// `tie_word_embeddings`: the unembedding is the embedding, whatever else the checkpoint holds.
    pub is_tied: bool,
}

impl LlamaConfig {
    fn read(fields: &Fields) -> Result<Self> {
        refuse_what_is_not_here(fields)?;
        let size = 1..=LARGEST_SIZE;
        let d_model = fields.count("hidden_size", size.clone())?;
        let n_heads = fields.count("num_attention_heads", size.clone())?;
        let n_kv_heads = fields.count_or("num_key_value_heads", Some(n_heads), size.clone())?;
        fields.divide(("num_attention_heads", n_heads), ("num_key_value_heads", n_kv_heads))?;
        let d_head = match fields.has("head_dim") {
            true => fields.count("head_dim", size.clone())?,
            false => fields.divide(("hidden_size", d_model), ("num_attention_heads", n_heads))?,
        };
        fields.divide(("head_dim", d_head), ("2, for the rotary pairs", 2))?;
        // Newer files keep the base inside rope_parameters.
        let theta = fields.positive_or("rope_theta", 1e4, 1e12)?;
        let rope = fields.inside("rope_parameters");
        let rope_theta = rope.map_or(Ok(theta), |rope| rope.positive_or("rope_theta", theta, 1e12))?;
        Ok(Self {
            vocab: fields.count("vocab_size", size.clone())?,
            d_model,
            n_blocks: fields.count("num_hidden_layers", 1..=10_000)?,
            n_heads,
            n_kv_heads,
            d_head,
            d_mlp: fields.count("intermediate_size", size.clone())?,
            n_pos: fields.count("max_position_embeddings", size)?,
            eps: fields.positive_or("rms_norm_eps", 1e-6, 1.0)?,
            rope_theta,
            is_tied: fields.flag_or("tie_word_embeddings", false)?,
        })
    }
}

/// Features of Llama's relatives that would silently change every number.
fn refuse_what_is_not_here(fields: &Fields) -> Result<()> {
    let silu = ["silu".into(), "swish".into()];
    fields.refuse("hidden_act", &silu, "only the gated SiLU is here")?;
    for (name, reason) in [
        ("attention_bias", "projections with a bias are not here"),
        ("mlp_bias", "an MLP with a bias is not here"),
        ("sliding_window", "attention here sees the whole text before a token"),
        ("use_sliding_window", "attention here sees the whole text before a token"),
        ("rope_interleaved", "rotary pairs here are the two halves of a head"),
    ] {
        fields.refuse(name, &[false.into()], reason)?;
    }
    fields.refuse("partial_rotary_factor", &[1.into(), 1.0.into()], "a head here rotates as a whole")?;
    fields.refuse("quantization_config", &[], "only weights in f32, f16 or bf16 are read")?;
    refuse_stretched(fields)?;
    for rope in ["rope_scaling", "rope_parameters"].iter().filter_map(|name| fields.inside(name)) {
        rope.refuse("partial_rotary_factor", &[1.into(), 1.0.into()], "a head rotates as a whole")?;
    }
    Ok(())
}

/// The plan; cheap to share with the model.
#[derive(Debug)]
pub(crate) struct LlamaPlan {
    config: Rc<LlamaConfig>,
    route: Rc<Route>,
}

impl LlamaPlan {
    pub fn read(fields: &Fields) -> Result<Self> {
        let config = LlamaConfig::read(fields)?;
        let route = sites::route(&config);
        Ok(Self { config: Rc::new(config), route: Rc::new(route) })
    }
}

impl Plan for LlamaPlan {
    fn architecture(&self) -> &'static str {
        super::ARCHITECTURE.model_type
    }

    fn input(&self) -> InputKind {
        InputKind::Text
    }

    fn sites(&self) -> &[Site] {
        self.route.sites()
    }

    fn default_sites(&self) -> Vec<String> {
        decoder::default_sites(self.config.n_blocks)
    }

    fn weights_for(&self, sites: &[&str]) -> Result<Vec<WeightRequest>> {
        self.route.weights_for(sites)
    }

    fn weights_for_unembedding(&self) -> Vec<WeightRequest> {
        sites::unembedding(&self.config)
    }

    fn n_parameters(&self) -> usize {
        self.route.all_weights().iter().map(WeightRequest::count).sum()
    }

    fn identities(&self) -> Vec<Identity> {
        decoder::identities(self.config.n_blocks, &["hook_embed"], false)
    }

    fn build(&self, weights: Weights, device: &Device) -> Result<Box<dyn Model>> {
        weights.check(&self.route.all_weights(), device)?;
        Ok(Box::new(Llama { config: self.config.clone(), route: self.route.clone(), weights }))
    }

    fn max_positions(&self) -> Option<usize> {
        Some(self.config.n_pos)
    }
}
