//! What the `config.json` of a recurrent language model says.

use std::rc::Rc;

use tensor::Device;

use super::cells::Cell;
use super::forward::Rnn;
use super::sites;
use crate::fields::{Fields, LARGEST_SIZE};
use crate::module::Module;
use crate::plan::Family;
use crate::route::Route;
use crate::{Error, Identity, InputKind, Model, Result, Weights};

/// Tokens of the longest text, where the configuration sets none: the network itself knows no limit.
const N_POS: usize = 4096;

/// The sizes and choices.
#[derive(Debug)]
pub(crate) struct RnnConfig {
    /// `cell` [lstm], and the `nonlinearity` of a plain one [tanh].
    pub cell: Cell,
    /// `vocab_size`.
    pub vocab: usize,
    /// `embedding_size`; `None` when absent: tokens come in one-hot.
    pub d_embed: Option<usize>,
    /// `hidden_size`.
    pub hidden: usize,
    /// `num_layers`.
    pub n_layers: usize,
    /// `bias` [true]: whether the layers have biases.
    pub has_bias: bool,
    /// `head_bias` [true].
    pub has_head_bias: bool,
    /// `tie_word_embeddings` [false]: the head is the embedding.
    pub is_tied: bool,
    /// `max_position_embeddings`.
    pub n_pos: usize,
}

impl RnnConfig {
    pub fn read(fields: &Fields) -> Result<Self> {
        fields.refuse("bidirectional", &[false.into()], "a language model reads in one direction")?;
        fields.refuse("proj_size", &[0.into()], "projections of the hidden state are not here")?;
        fields.refuse("torch_layout", &["nn.LSTM".into()], "only torch's order of gates is here")?;
        let size = 1..=LARGEST_SIZE;
        let cell = match fields.choice("cell", &["lstm", "gru", "rnn"])? {
            "lstm" => Cell::Lstm,
            "gru" => Cell::Gru,
            _ if fields.choice("nonlinearity", &["tanh", "relu"])? == "relu" => Cell::Relu,
            _ => Cell::Tanh,
        };
        let hidden = fields.count("hidden_size", size.clone())?;
        let has_embedding = fields.has("embedding_size");
        let d_embed = if has_embedding { Some(fields.count("embedding_size", size.clone())?) } else { None };
        let is_tied = fields.flag_or("tie_word_embeddings", false)?;
        if is_tied && d_embed != Some(hidden) {
            return Err(Error::Config(format!(
                "The rnn_lm configuration has tie_word_embeddings = true; expected an embedding_size equal to hidden_size = {hidden}."
            )));
        }
        Ok(Self {
            cell,
            vocab: fields.count("vocab_size", size)?,
            d_embed,
            hidden,
            n_layers: fields.count("num_layers", 1..=1000)?,
            has_bias: fields.flag_or("bias", true)?,
            has_head_bias: fields.flag_or("head_bias", true)?,
            is_tied,
            n_pos: fields.count_or("max_position_embeddings", Some(N_POS), 1..=LARGEST_SIZE)?,
        })
    }

    /// Inputs of a layer.
    pub fn n_in(&self, layer: usize) -> usize {
        if layer == 0 { self.d_embed.unwrap_or(self.vocab) } else { self.hidden }
    }

    /// Rows of a layer's weights.
    pub fn n_rows(&self) -> usize {
        self.cell.parts().saturating_mul(self.hidden)
    }
}

fn module(name: &str, others: &[&str]) -> Module {
    Module::new(name, &others.iter().map(|&other| other.to_owned()).collect::<Vec<_>>())
}

/// The table of the tokens' vectors.
pub(super) fn embedding() -> Module {
    module("embedding", &["encoder", "embed", "emb", "word_embeddings"])
}

/// The layers, one module in torch.
pub(super) fn layers() -> Module {
    module("rnn", &["lstm", "gru"])
}

/// Scores of the next token.
pub(super) fn head() -> Module {
    module("head", &["decoder", "fc", "linear", "out"])
}

impl Family for RnnConfig {
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
        let layers = (0..self.n_layers).map(|layer| format!("layers.{layer}.hook_h"));
        ["hook_embed".to_owned()].into_iter().chain(layers).chain(["logits".to_owned()]).collect()
    }

    fn identities(&self) -> Vec<Identity> {
        Vec::new()
    }

    fn max_positions(&self) -> Option<usize> {
        Some(self.n_pos)
    }

    fn model(config: Rc<Self>, route: Rc<Route>, weights: Weights, device: &Device) -> Box<dyn Model> {
        Box::new(Rnn { config, route, weights, device: device.clone() })
    }
}
