//! A transformer as data, saved with its weights.

use serde::{Deserialize, Serialize};

use crate::{Activation, Error, Init, Result};

/// Of the first biases of queries and keys that turn. Found on repeated random letters: with them, heads of induction had
/// come after 400 steps, without them not.
const TURNED_STD: f64 = 0.3;

/// Which normalisation stands before each part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NormKind {
    /// Layer normalisation.
    Layer,
    /// Root-mean-square normalisation.
    Rms,
    /// None, as in toy models whose weights are to be read.
    None,
}

/// How tokens know where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Positions {
    /// A vector for each position is added to the token's.
    Learned,
    /// The same, beginning as waves (Vaswani et al. 2017, §3.5), in which a head can look a fixed distance back from the start.
    /// Found on the mixture of the small language models: so begun, GPT-2's copied lists after 600 steps; as noise, not in 1,200.
    LearnedFromWaves {
        /// Largest magnitude.
        amplitude: f64,
    },
    /// Queries and keys turn with the position (Su et al. 2021).
    Rotary {
        /// Base of the angles; 10,000 is usual.
        theta: f32,
    },
    /// They do not.
    None,
}

/// Sizes and choices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransformerSpec {
    /// Tokens.
    pub vocab: usize,
    /// Longest text, in tokens.
    pub n_pos: usize,
    /// Blocks.
    pub n_layers: usize,
    /// Heads of a block; `d_head` is `d_model / n_heads`.
    pub n_heads: usize,
    /// Width of the residual stream.
    pub d_model: usize,
    /// Width within an MLP; 0 for attention only.
    pub d_mlp: usize,
    /// Of the MLPs.
    pub activation: Activation,
    /// The MLP multiplies what goes through the activation with a second product (Shazeer 2020, arXiv:2002.05202).
    pub is_gated: bool,
    /// Whether products have biases.
    pub has_bias: bool,
    /// Before attention, MLP and head.
    pub norm: NormKind,
    /// How tokens know where they stand.
    pub positions: Positions,
    /// The head is the transposed embedding.
    pub is_tied: bool,
    /// Share that falls out of attention's and MLP's outputs during training.
    pub dropout: f32,
    /// Standard deviation of the first weights.
    pub init_std: f64,
}

impl TransformerSpec {
    /// GPT-2's choices (Radford et al. 2019) without dropout, at the given sizes; `d_mlp` is `4 d_model`.
    pub fn gpt2(vocab: usize, n_pos: usize, n_layers: usize, n_heads: usize, d_model: usize) -> Self {
        Self {
            vocab,
            n_pos,
            n_layers,
            n_heads,
            d_model,
            d_mlp: 4 * d_model,
            activation: Activation::GeluTanh,
            is_gated: false,
            has_bias: true,
            norm: NormKind::Layer,
            positions: Positions::Learned,
            is_tied: true,
            dropout: 0.0,
            init_std: 0.02,
        }
    }

    /// Llama's choices (Touvron et al. 2023) at the given sizes, with tied weights; `d_mlp` is about
    /// `8/3 d_model`, which makes as many parameters as GPT-2 has.
    pub fn llama(vocab: usize, n_pos: usize, n_layers: usize, n_heads: usize, d_model: usize) -> Self {
        Self {
            d_mlp: (8 * d_model / 3).next_multiple_of(8),
            activation: Activation::Silu,
            is_gated: true,
            has_bias: false,
            norm: NormKind::Rms,
            positions: Positions::Rotary { theta: 1e4 },
            ..Self::gpt2(vocab, n_pos, n_layers, n_heads, d_model)
        }
    }

    /// The first numbers of biases, where there are any.
    pub(super) fn bias(&self) -> Option<Init> {
        self.has_bias.then_some(Init::Zeros)
    }

    /// The same of queries and keys. Where they turn with the position, a constant part is what lets a head look a fixed
    /// distance back whatever the tokens are; where it starts at 0 in both, it has no gradient.
    pub(super) fn turned_bias(&self) -> Option<Init> {
        self.bias().map(|zeros| match self.positions {
            Positions::Rotary { .. } => Init::Normal { std: TURNED_STD },
            Positions::Learned | Positions::LearnedFromWaves { .. } | Positions::None => zeros,
        })
    }

    /// Width of a head.
    pub fn d_head(&self) -> usize {
        self.d_model / self.n_heads.max(1)
    }

    pub(super) fn check(&self) -> Result<()> {
        if self.n_heads == 0 || self.d_model == 0 || !self.d_model.is_multiple_of(self.n_heads) {
            let found = format!("{} and {}", self.d_model, self.n_heads);
            return Err(Error::setting("transformer", "d_model a multiple of n_heads, both above 0", found));
        }
        if matches!(self.positions, Positions::Rotary { .. }) && !self.d_head().is_multiple_of(2) {
            return Err(Error::setting(
                "transformer",
                "an even d_head to rotate",
                format!("{}", self.d_head()),
            ));
        }
        Ok(())
    }

    pub(super) fn check_length(&self, n_pos: usize) -> Result<()> {
        if n_pos == 0 || n_pos > self.n_pos {
            return Err(Error::setting(
                "transformer",
                format!("1 to {} tokens", self.n_pos),
                format!("{n_pos}"),
            ));
        }
        Ok(())
    }
}
