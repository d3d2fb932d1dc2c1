//! The networks: transformers of one or two layers and an LSTM, of the same language.

use nn::{
    Embedding, Layer, Linear, Lstm, ParameterList, Parameters, Transformer, TransformerSpec, embedding,
    linear, lstm, transformer,
};
use recipe::Result;
use tensor::Tensor;

use super::language::words;

/// Words that a network reads.
pub const N_POS: usize = 72;
const D_MODEL: usize = 64;
const N_HEADS: usize = 4;
const D_MLP: usize = 128;
/// Hidden numbers of the LSTM, with which it has about as many parameters as the transformer of two layers.
const HIDDEN: usize = 112;
const INIT_STD: f64 = 0.08;

/// A kind of network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A transformer of two layers.
    TwoLayers,
    /// The same with one layer.
    OneLayer,
    /// A long short-term memory.
    Lstm,
}

impl Kind {
    /// All.
    pub const ALL: [Kind; 3] = [Kind::TwoLayers, Kind::OneLayer, Kind::Lstm];

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::TwoLayers => "transformer, 2 layers",
            Self::OneLayer => "transformer, 1 layer",
            Self::Lstm => "LSTM",
        }
    }

    /// Its name in files and readings.
    pub fn name(self) -> &'static str {
        match self {
            Self::TwoLayers => "two_layers",
            Self::OneLayer => "one_layer",
            Self::Lstm => "lstm",
        }
    }

    /// Layers with attention, and heads of each.
    pub fn heads(self) -> [usize; 2] {
        match self {
            Self::TwoLayers => [2, N_HEADS],
            Self::OneLayer => [1, N_HEADS],
            Self::Lstm => [0, 0],
        }
    }
}

/// A network without its numbers.
pub enum Network {
    /// A transformer.
    Transformer(Box<Transformer>),
    /// Embedding, cells, scores.
    Lstm(Embedding, Lstm, Linear),
}

impl Network {
    /// A network and what its parameters are.
    pub fn new(kind: Kind) -> Result<(Self, ParameterList)> {
        let (mut list, vocab) = (ParameterList::new(), words().len());
        if kind == Kind::Lstm {
            let embedding = embedding(&mut list, "embedding", vocab, D_MODEL, 0.1)?;
            let cells = lstm(&mut list, "rnn", D_MODEL, HIDDEN, 1)?;
            let head = linear(&mut list, "head", HIDDEN, vocab)?;
            return Ok((Self::Lstm(embedding, cells, head), list));
        }
        let spec = TransformerSpec {
            has_bias: true,
            is_tied: false,
            init_std: INIT_STD,
            d_mlp: D_MLP,
            ..TransformerSpec::llama(vocab, N_POS, kind.heads()[0], N_HEADS, D_MODEL)
        };
        let net = transformer(&mut list, &spec)?;
        Ok((Self::Transformer(Box::new(net)), list))
    }

    /// Words `[batch, pos]` → scores of the next word `[batch, pos, vocab]`; `hook` hears and may change what a transformer
    /// computes.
    pub fn forward(&self, p: &Parameters, x: &Tensor, hook: nn::Hook<'_>) -> nn::Result<Tensor> {
        match self {
            Self::Transformer(net) => net.forward_hooked(p, x, hook),
            Self::Lstm(embedding, cells, head) => {
                let (batch, n_pos) = (x.shape()[0], x.shape()[1]);
                let step = |at: usize| embedding.forward(p, &x.slice(1, at, 1)?.reshape(&[batch])?);
                let steps: Vec<Tensor> = (0..n_pos).map(step).collect::<nn::Result<_>>()?;
                let states = cells.steps(p, &steps)?;
                let joined = Tensor::concat(&states.iter().collect::<Vec<_>>(), 0)?;
                let scores = head.forward(p, &joined)?;
                let vocab = scores.shape()[1];
                Ok(scores.reshape(&[n_pos, batch, vocab])?.permute(&[1, 0, 2])?)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lstm_has_as_many_parameters_as_the_transformer_of_two_layers_within_a_twentieth() {
        let count = |kind| Network::new(kind).unwrap().1.count() as f64;
        let share = count(Kind::Lstm) / count(Kind::TwoLayers);
        assert!((share - 1.0).abs() < 0.05, "{share}: {}", count(Kind::TwoLayers));
    }
}
