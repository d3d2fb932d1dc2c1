//! The forward pass of GPT-2.

use std::rc::Rc;

use tensor::Tensor;

use super::config::Gpt2Config;
use super::sites::{EMBEDDING, LAST_NORM, POSITIONS, UNEMBEDDING};
use crate::decoder;
use crate::hooks::Stop;
use crate::layer_norm::{gain_and_bias, normalise};
use crate::plan::text_tokens;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// GPT-2 with the weights that it was given.
#[derive(Debug)]
pub(super) struct Gpt2 {
    pub config: Rc<Gpt2Config>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for Gpt2 {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check_with_cache(hooks)?;
        let Gpt2Config { vocab, n_pos, .. } = *self.config;
        let tokens = text_tokens("gpt2", input, vocab, n_pos, hooks.n_before())?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(tokens, hooks) };
        self.route.finish(outcome)
    }

    fn has_cache(&self) -> bool {
        true
    }

    fn unembed(&self, resid: &Tensor) -> Option<Result<Tensor>> {
        Some(self.normalise(resid).and_then(|normed| self.logits(&normed)))
    }
}

impl Gpt2 {
    fn run(&self, tokens: &[u32], hooks: &mut Hooks) -> Result<(), Stop> {
        let Gpt2Config { vocab, d_model, n_pos, .. } = *self.config;
        let words = self.weights.weight(EMBEDDING, &[vocab, d_model])?;
        let words = hooks.reach("hook_embed", words.gather_rows(tokens)?)?;
        let positions = self.weights.weight(POSITIONS, &[n_pos, d_model])?;
        let start = hooks.n_before() as u32;
        let places: Vec<u32> = (start..start + tokens.len() as u32).collect();
        let positions = hooks.reach("hook_pos_embed", positions.gather_rows(&places)?)?;
        let mut resid = words.add(&positions)?;
        for block in 0..self.config.n_blocks {
            resid = self.block(block, resid, hooks)?;
        }
        let normed = hooks.reach("ln_final.hook_normalized", self.normalise(&resid)?)?;
        hooks.reach("logits", self.logits(&normed)?)?;
        hooks.has_read(tokens.len());
        Ok(())
    }

    fn block(&self, block: usize, resid_pre: Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let Gpt2Config { d_model, d_mlp, activation, .. } = *self.config;
        let site = |hook: &str| format!("blocks.{block}.{hook}");
        let layer = |part: &str| format!("h.{block}.{part}");

        let resid_pre = hooks.reach(&site("hook_resid_pre"), resid_pre)?;
        let normed = hooks.reach(&site("ln1.hook_normalized"), self.normalise(&resid_pre)?)?;
        let normed = gain_and_bias(&normed, d_model, &self.weights, &layer("ln_1"))?;
        let z = self.attend(block, &normed, hooks)?;
        let attn_out = self.dense(&z, &layer("attn.c_proj"), d_model, d_model)?;
        let attn_out = hooks.reach(&site("hook_attn_out"), attn_out)?;
        let resid_mid = hooks.reach(&site("hook_resid_mid"), resid_pre.add(&attn_out)?)?;

        let normed = hooks.reach(&site("ln2.hook_normalized"), self.normalise(&resid_mid)?)?;
        let normed = gain_and_bias(&normed, d_model, &self.weights, &layer("ln_2"))?;
        let pre = self.dense(&normed, &layer("mlp.c_fc"), d_model, d_mlp)?;
        let pre = hooks.reach(&site("mlp.hook_pre"), pre)?;
        let post = hooks.reach(&site("mlp.hook_post"), activation.apply(&pre)?)?;
        let mlp_out = self.dense(&post, &layer("mlp.c_proj"), d_mlp, d_model)?;
        let mlp_out = hooks.reach(&site("hook_mlp_out"), mlp_out)?;
        hooks.reach(&site("hook_resid_post"), resid_mid.add(&mlp_out)?)
    }

    /// The heads' mixed values, side by side: `[pos, d_model]`.
    fn attend(&self, block: usize, x: &Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let Gpt2Config { d_model, n_heads, d_head, scale, .. } = *self.config;
        let n_pos = x.shape()[0];
        let site = |hook: &str| format!("blocks.{block}.attn.{hook}");
        let fused = self.dense(x, &format!("h.{block}.attn.c_attn"), d_model, 3 * d_model)?;
        let fused = fused.reshape(&[n_pos, 3, n_heads, d_head])?;
        // Sites hold [pos, head, d_head], the ops take [head, pos, d_head].
        let mut heads = |part: usize, hook: &str| -> Result<Tensor, Stop> {
            let heads = hooks.reach(&site(hook), fused.slice(1, part, 1)?.squeeze(1)?)?;
            Ok(heads.permute(&[1, 0, 2])?)
        };
        let q = heads(0, "hook_q")?;
        let k = heads(1, "hook_k")?;
        let v = heads(2, "hook_v")?;
        decoder::attend(block, [&q, &k, &v], scale, hooks)
    }

    /// A dense layer whose weight lies transposed, `[n_in, n_out]`.
    fn dense(&self, x: &Tensor, name: &str, n_in: usize, n_out: usize) -> Result<Tensor> {
        let weight = self.weights.weight(&format!("{name}.weight"), &[n_in, n_out])?;
        let bias = self.weights.get(&format!("{name}.bias"), &[n_out])?;
        Ok(weight.matmul(x)?.add(&bias)?)
    }

    fn normalise(&self, x: &Tensor) -> Result<Tensor> {
        normalise(x, self.config.d_model, self.config.eps)
    }

    /// Normalised `[pos, d_model]` → `[pos, vocab]`.
    fn logits(&self, normed: &Tensor) -> Result<Tensor> {
        let Gpt2Config { vocab, d_model, .. } = *self.config;
        let x = gain_and_bias(normed, d_model, &self.weights, LAST_NORM)?;
        let has_head = !self.config.is_tied || self.weights.contains(UNEMBEDDING);
        let name = if has_head { UNEMBEDDING } else { EMBEDDING };
        self.weights.weight(name, &[vocab, d_model])?.linear(&x)
    }
}
