//! What the `config.json` of a BERT or a relative says.

use std::rc::Rc;

use tensor::Device;

use super::forward::Bert;
use super::sites;
use super::variant::Variant;
use crate::fields::{Fields, LARGEST_SIZE};
use crate::plan::Family;
use crate::route::Route;
use crate::{Identity, InputKind, Model, Result, Weights};

/// The sizes of a BERT, in TransformerLens's words; fields by BERT's own names.
#[derive(Debug)]
pub(crate) struct BertConfig {
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
    /// `hidden_size / num_attention_heads`.
    pub d_head: usize,
    /// `intermediate_size`.
    pub d_mlp: usize,
    /// `max_position_embeddings`: rows of the table of positions.
    pub n_rows: usize,
    /// `pad_token_id`, where positions start after it; 1 when absent.
    pub padding: Option<usize>,
    /// `type_vocab_size`; 2 when absent. `None`: there are no token types.
    pub n_types: Option<usize>,
    /// `layer_norm_eps`; 1e-12 when absent.
    pub eps: f32,
    /// Whether `architectures` names a model with a head that predicts hidden tokens.
    pub has_head: bool,
    /// `tie_word_embeddings`, true when absent: the head's matrix is the embedding.
    pub is_tied: bool,
}

impl BertConfig {
    pub fn read(fields: &Fields, variant: &'static Variant) -> Result<Self> {
        refuse_what_is_not_here(fields, variant)?;
        let names = &variant.fields;
        let size = 1..=LARGEST_SIZE;
        let d_model = fields.count(names.d_model, size.clone())?;
        let n_heads = fields.count(names.n_heads, size.clone())?;
        let padding = match variant.starts_after_padding {
            true => Some(fields.count_or("pad_token_id", Some(1), 0..=LARGEST_SIZE)?),
            false => None,
        };
        let n_types = names.n_types.map(|name| fields.count_or(name, Some(2), size.clone()));
        Ok(Self {
            variant,
            vocab: fields.count("vocab_size", size.clone())?,
            d_model,
            n_blocks: fields.count(names.n_blocks, 1..=10_000)?,
            n_heads,
            d_head: fields.divide((names.d_model, d_model), (names.n_heads, n_heads))?,
            d_mlp: fields.count(names.d_mlp, size.clone())?,
            // At least one position must be left after the padding's.
            n_rows: fields.count("max_position_embeddings", padding.map_or(1, |id| id + 2)..=LARGEST_SIZE)?,
            padding,
            n_types: n_types.transpose()?,
            eps: names.eps.map_or(Ok(1e-12), |name| fields.positive_or(name, 1e-12, 1.0))?,
            has_head: fields.lists_ending_with("architectures", &["ForMaskedLM", "ForPreTraining"]),
            is_tied: fields.flag_or("tie_word_embeddings", true)?,
        })
    }

    /// The longest text in tokens.
    pub fn n_pos(&self) -> usize {
        self.n_rows - self.padding.map_or(0, |id| id + 1)
    }
}

/// Features of BERT's relatives that would silently change every number.
fn refuse_what_is_not_here(fields: &Fields, variant: &Variant) -> Result<()> {
    let reason = "only the GELU with the exact error function is here";
    fields.refuse(variant.fields.activation, &["gelu".into()], reason)?;
    let reason = "only absolute position embeddings are here";
    fields.refuse("position_embedding_type", &["absolute".into()], reason)?;
    for (name, reason) in [
        ("is_decoder", "only encoders without a causal mask are here"),
        ("add_cross_attention", "cross-attention is not here"),
    ] {
        fields.refuse(name, &[false.into()], reason)?;
    }
    fields.refuse("quantization_config", &[], "only weights in f32, f16 or bf16 are read")
}

impl Family for BertConfig {
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
        let blocks = (0..self.n_blocks).map(|i| format!("blocks.{i}.hook_normalized_resid_post"));
        ["embed.hook_embed", "hook_full_embed"].map(str::to_owned).into_iter().chain(blocks).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        sites::identities(self)
    }

    fn max_positions(&self) -> Option<usize> {
        Some(self.n_pos())
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, _: &Device) -> Box<dyn Model> {
        Box::new(Bert { config, route, weights })
    }
}
