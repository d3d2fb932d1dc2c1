//! The forward pass of a recurrent language model.

use std::rc::Rc;

use tensor::{Device, Tensor};

use super::cells::Cell;
use super::config::{RnnConfig, embedding, head, layers};
use crate::hooks::Stop;
use crate::plan::text_tokens;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// A recurrent language model with the weights that it was given.
#[derive(Debug)]
pub(super) struct Rnn {
    pub config: Rc<RnnConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
    pub device: Device,
}

impl Model for Rnn {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let tokens = text_tokens("rnn_lm", input, self.config.vocab, self.config.n_pos, 0)?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(tokens, hooks) };
        self.route.finish(outcome)
    }
}

impl Rnn {
    fn run(&self, tokens: &[u32], hooks: &mut Hooks) -> Result<(), Stop> {
        let mut x = hooks.reach("hook_embed", self.embed(tokens)?)?;
        for layer in 0..self.config.n_layers {
            x = self.layer(layer, &x, hooks)?;
        }
        hooks.reach("logits", self.logits(&x)?)?;
        Ok(())
    }

    fn embed(&self, tokens: &[u32]) -> Result<Tensor> {
        let vocab = self.config.vocab;
        match self.config.d_embed {
            Some(d_embed) => {
                Ok(embedding().get(&self.weights, "weight", &[vocab, d_embed])?.gather_rows(tokens)?)
            }
            None => {
                let ids = tokens.iter().map(|&token| token as f32).collect();
                Ok(Tensor::from_vec(ids, &[tokens.len()], &self.device)?.one_hot(vocab)?)
            }
        }
    }

    /// `[pos, n_in] → [pos, hidden]`.
    fn layer(&self, layer: usize, x: &Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let RnnConfig { cell, hidden, .. } = *self.config;
        let site = |letter: &str| format!("layers.{layer}.hook_{letter}");
        let (input, input_bias) = self.weights_of(layer, "ih", self.config.n_in(layer))?;
        let (recurrent, recurrent_bias) = self.weights_of(layer, "hh", hidden)?;
        let projected = x.linear(&input, input_bias.as_ref())?;
        let recur = |h: &Tensor| Ok(h.linear(&recurrent, recurrent_bias.as_ref())?);
        let mut gates = cell.run(&projected, hidden, &recur)?;
        for (gate, (letter, _)) in gates.iter_mut().zip(cell.gates()) {
            *gate = hooks.reach(&site(letter), gate.clone())?;
        }
        let mut carried = cell.states(&gates)?;
        if cell == Cell::Lstm {
            carried = hooks.reach(&site("c"), carried)?;
        }
        hooks.reach(&site("h"), cell.show(&gates, &carried)?)
    }

    /// Weight and bias of a layer's input (`ih`) or recurrence (`hh`).
    fn weights_of(&self, layer: usize, part: &str, n_in: usize) -> Result<(Tensor, Option<Tensor>)> {
        let (rnn, rows) = (layers(), self.config.n_rows());
        let weight = rnn.get(&self.weights, &format!("weight_{part}_l{layer}"), &[rows, n_in])?;
        let bias = format!("bias_{part}_l{layer}");
        let bias = if self.config.has_bias { Some(rnn.get(&self.weights, &bias, &[rows])?) } else { None };
        Ok((weight, bias))
    }

    /// `[pos, hidden] → [pos, vocab]`.
    fn logits(&self, x: &Tensor) -> Result<Tensor> {
        let RnnConfig { vocab, hidden, is_tied, has_head_bias, .. } = *self.config;
        let module = if is_tied { embedding() } else { head() };
        let weight = module.get(&self.weights, "weight", &[vocab, hidden])?;
        let bias = if has_head_bias { Some(head().get(&self.weights, "bias", &[vocab])?) } else { None };
        Ok(x.linear(&weight, bias.as_ref())?)
    }
}
