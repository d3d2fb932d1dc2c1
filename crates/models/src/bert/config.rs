//! What a BERT `config.json` says.

use std::rc::Rc;

use tensor::Device;

use super::forward::Bert;
use super::sites;
use crate::fields::{Fields, LARGEST_SIZE};
use crate::route::Route;
use crate::{Identity, InputKind, Model, Plan, Result, Site, WeightRequest, Weights};

/// The sizes of a BERT, in TransformerLens's words.
#[derive(Debug)]
pub(crate) struct BertConfig {
    /// `vocab_size`.
    pub vocab: usize,
    /// `hidden_size`.
    pub d_model: usize,
    /// `num_hidden_layers`.
    pub n_blocks: usize,
    /// `num_attention_heads`.
    pub n_heads: usize,
    /// `hidden_size / num_attention_heads`.
    pub d_head: usize,
    /// `intermediate_size`.
    pub d_mlp: usize,
    /// `max_position_embeddings`.
    pub n_pos: usize,
    /// `type_vocab_size`.
    pub n_types: usize,
    /// `layer_norm_eps`; 1e-12 when absent.
    pub eps: f32,
}

impl BertConfig {
    fn read(fields: &Fields) -> Result<Self> {
        fields.refuse(
            "hidden_act",
            &["gelu".into()],
            "only the GELU with the exact error function is here",
        )?;
        fields.refuse(
            "position_embedding_type",
            &["absolute".into()],
            "only absolute position embeddings are here",
        )?;
        for (name, reason) in [
            ("is_decoder", "only encoders without a causal mask are here"),
            ("add_cross_attention", "cross-attention is not here"),
        ] {
            fields.refuse(name, &[false.into()], reason)?;
        }
        fields.refuse("quantization_config", &[], "only weights in f32, f16 or bf16 are read")?;
        let size = 1..=LARGEST_SIZE;
        let d_model = fields.count("hidden_size", size.clone())?;
        let n_heads = fields.count("num_attention_heads", size.clone())?;
        Ok(Self {
            vocab: fields.count("vocab_size", size.clone())?,
            d_model,
            n_blocks: fields.count("num_hidden_layers", 1..=10_000)?,
            n_heads,
            d_head: fields.divide(("hidden_size", d_model), ("num_attention_heads", n_heads))?,
            d_mlp: fields.count("intermediate_size", size.clone())?,
            n_pos: fields.count("max_position_embeddings", size.clone())?,
            n_types: fields.count_or("type_vocab_size", Some(2), size)?,
            eps: fields.positive_or("layer_norm_eps", 1e-12, 1.0)?,
        })
    }
}

/// The plan; cheap to share with the model.
#[derive(Debug)]
pub(crate) struct BertPlan {
    config: Rc<BertConfig>,
    route: Rc<Route>,
}

impl BertPlan {
    pub fn read(fields: &Fields) -> Result<Self> {
        let config = BertConfig::read(fields)?;
        let route = sites::route(&config);
        Ok(Self { config: Rc::new(config), route: Rc::new(route) })
    }
}

impl Plan for BertPlan {
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
        let blocks = (0..self.config.n_blocks).map(|i| format!("blocks.{i}.hook_normalized_resid_post"));
        ["embed.hook_embed", "hook_full_embed"].map(str::to_owned).into_iter().chain(blocks).collect()
    }

    fn weights_for(&self, sites: &[&str]) -> Result<Vec<WeightRequest>> {
        self.route.weights_for(sites)
    }

    fn n_parameters(&self) -> usize {
        self.route.all_weights().iter().map(WeightRequest::count).sum()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities(&self.config)
    }

    fn build(&self, weights: Weights, device: &Device) -> Result<Box<dyn Model>> {
        weights.check(&self.route.all_weights(), device)?;
        Ok(Box::new(Bert { config: self.config.clone(), route: self.route.clone(), weights }))
    }

    fn max_positions(&self) -> Option<usize> {
        Some(self.config.n_pos)
    }
}
