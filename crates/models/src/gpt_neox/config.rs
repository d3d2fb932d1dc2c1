//! What a GPT-NeoX `config.json` says.

use std::rc::Rc;

use tensor::Device;

use super::forward::GptNeox;
use super::sites;
use crate::activation::Activation;
use crate::decoder;
use crate::fields::{Fields, LARGEST_SIZE};
use crate::plan::Family;
use crate::rotary::refuse_stretched;
use crate::route::Route;
use crate::{Error, Identity, InputKind, Model, Result, WeightRequest, Weights};

/// The sizes of a GPT-NeoX, in TransformerLens's words.
#[derive(Debug)]
pub(crate) struct GptNeoxConfig {
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
    /// How many numbers of a head rotate: `rotary_pct` (a fraction, in spite of its name) of `d_head`; a quarter when absent.
    pub n_rotary: usize,
    /// `rotary_emb_base`; 10000 when absent.
    pub rope_theta: f32,
    /// `intermediate_size`.
    pub d_mlp: usize,
    /// `max_position_embeddings`.
    pub n_pos: usize,
    /// `layer_norm_eps`; 1e-5 when absent.
    pub eps: f32,
    /// `hidden_act`; the exact GELU when absent.
    pub activation: Activation,
    /// `use_parallel_residual`, true when absent: attention and MLP read the same residual stream.
    pub is_parallel: bool,
    /// `attention_bias`, true when absent.
    pub has_attention_bias: bool,
    /// `tie_word_embeddings`: the checkpoint may lack a head, and the embedding serves.
    pub is_tied: bool,
}

impl GptNeoxConfig {
    pub fn read(fields: &Fields) -> Result<Self> {
        refuse_stretched(fields)?;
        fields.refuse("quantization_config", &[], "only weights in f32, f16 or bf16 are read")?;
        let size = 1..=LARGEST_SIZE;
        let d_model = fields.count("hidden_size", size.clone())?;
        let n_heads = fields.count("num_attention_heads", size.clone())?;
        let d_head = fields.divide(("hidden_size", d_model), ("num_attention_heads", n_heads))?;
        let reason = "a head here has hidden_size / num_attention_heads numbers";
        fields.refuse("head_dim", &[d_head.into()], reason)?;
        Ok(Self {
            vocab: fields.count("vocab_size", size.clone())?,
            d_model,
            n_blocks: fields.count("num_hidden_layers", 1..=10_000)?,
            n_heads,
            d_head,
            n_rotary: n_rotary(fields, d_head)?,
            rope_theta: rotary_number(fields, "rope_theta", "rotary_emb_base", 1e4, 1e12)?,
            d_mlp: fields.count("intermediate_size", size.clone())?,
            n_pos: fields.count("max_position_embeddings", size)?,
            eps: fields.positive_or("layer_norm_eps", 1e-5, 1.0)?,
            activation: Activation::read(fields, "hidden_act", Activation::Gelu)?,
            is_parallel: fields.flag_or("use_parallel_residual", true)?,
            has_attention_bias: fields.flag_or("attention_bias", true)?,
            is_tied: fields.flag_or("tie_word_embeddings", false)?,
        })
    }
}

/// How many numbers of a head of `d_head` rotate. The reference cuts fractions off; here they are refused.
fn n_rotary(fields: &Fields, d_head: usize) -> Result<usize> {
    let fraction = rotary_number(fields, "partial_rotary_factor", "rotary_pct", 0.25, 1.0)?;
    let asked = fraction * d_head as f32;
    let found = asked.round() as usize;
    if found == 0 || !found.is_multiple_of(2) || (asked - asked.round()).abs() > 1e-3 {
        return Err(Error::Config(format!(
            "The gpt_neox configuration has rotary_pct = {fraction}, so that {asked} of {d_head} numbers of a head rotate; expected an even whole number, because they rotate in pairs."
        )));
    }
    Ok(found)
}

/// A number about the rotation, under its new name in the newer places and under its own old one beside them.
/// Places that disagree are an error: one of them would be ignored. (Transformers ignores the new name outside
/// `rope_parameters`; a file that has it there and nowhere else means it all the same.)
fn rotary_number(fields: &Fields, new: &str, old: &str, default: f32, largest: f32) -> Result<f32> {
    let mut found = None;
    let places = [fields.inside("rope_scaling"), fields.inside("rope_parameters")];
    let places = places.iter().flatten().map(|rope| (rope, new)).chain([(fields, old), (fields, new)]);
    for (place, name) in places.filter(|(place, name)| place.has(name)) {
        let number = place.positive_or(name, default, largest)?;
        if found.is_some_and(|found| found != number) {
            let sentence = format!("The gpt_neox configuration has two different numbers for {new} ({old}).");
            return Err(Error::Config(sentence));
        }
        found = Some(number);
    }
    Ok(found.unwrap_or(default))
}

impl Family for GptNeoxConfig {
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
        decoder::identities(self.n_blocks, &["hook_embed"], self.is_parallel)
    }

    fn max_positions(&self) -> Option<usize> {
        Some(self.n_pos)
    }

    fn explain(&self, error: Error) -> Error {
        sites::explain(self, error)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(GptNeox { config, route, weights })
    }
}
