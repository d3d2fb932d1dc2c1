//! The forward pass of GPT-NeoX.

use std::rc::Rc;

use tensor::Tensor;

use super::config::GptNeoxConfig;
use super::sites::{self, EMBEDDING, LAST_NORM, UNEMBEDDING};
use crate::decoder;
use crate::hooks::Stop;
use crate::layer_norm::{gain_and_bias, normalise};
use crate::plan::text_tokens;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// GPT-NeoX with the weights that it was given.
#[derive(Debug)]
pub(super) struct GptNeox {
    pub config: Rc<GptNeoxConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for GptNeox {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check_with_cache(hooks).map_err(|error| sites::explain(&self.config, error))?;
        let GptNeoxConfig { vocab, n_pos, .. } = *self.config;
        let tokens = text_tokens("gpt_neox", input, vocab, n_pos, hooks.n_before())?;
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

impl GptNeox {
    fn run(&self, tokens: &[u32], hooks: &mut Hooks) -> Result<(), Stop> {
        let embedding = self.weights.weight(EMBEDDING, &[self.config.vocab, self.config.d_model])?;
        let mut resid = hooks.reach("hook_embed", embedding.gather_rows(tokens)?)?;
        for block in 0..self.config.n_blocks {
            resid = self.block(block, resid, hooks)?;
        }
        let normed = hooks.reach("ln_final.hook_normalized", self.normalise(&resid)?)?;
        hooks.reach("logits", self.logits(&normed)?)?;
        hooks.has_read(tokens.len());
        Ok(())
    }

    fn block(&self, block: usize, resid_pre: Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let GptNeoxConfig { d_model, d_mlp, activation, is_parallel, has_attention_bias, .. } = *self.config;
        let site = |hook: &str| format!("blocks.{block}.{hook}");
        let layer = |part: &str| format!("layers.{block}.{part}");

        let resid_pre = hooks.reach(&site("hook_resid_pre"), resid_pre)?;
        let normed = hooks.reach(&site("ln1.hook_normalized"), self.normalise(&resid_pre)?)?;
        let normed = gain_and_bias(&normed, d_model, &self.weights, &layer("input_layernorm"))?;
        let z = self.attend(block, &normed, hooks)?;
        let attn_out = self.dense(&z, &layer("attention.dense"), d_model, d_model, has_attention_bias)?;
        let attn_out = hooks.reach(&site("hook_attn_out"), attn_out)?;
        // Serial blocks: what the MLP reads is what attention has already added to.
        let added = resid_pre.add(&attn_out)?;
        let (read, added) = if is_parallel {
            (resid_pre, added)
        } else {
            let resid_mid = hooks.reach(&site("hook_resid_mid"), added)?;
            (resid_mid.clone(), resid_mid)
        };

        let normed = hooks.reach(&site("ln2.hook_normalized"), self.normalise(&read)?)?;
        let normed = gain_and_bias(&normed, d_model, &self.weights, &layer("post_attention_layernorm"))?;
        let pre = self.dense(&normed, &layer("mlp.dense_h_to_4h"), d_mlp, d_model, true)?;
        let pre = hooks.reach(&site("mlp.hook_pre"), pre)?;
        let post = hooks.reach(&site("mlp.hook_post"), activation.apply(&pre)?)?;
        let mlp_out = self.dense(&post, &layer("mlp.dense_4h_to_h"), d_model, d_mlp, true)?;
        let mlp_out = hooks.reach(&site("hook_mlp_out"), mlp_out)?;
        hooks.reach(&site("hook_resid_post"), added.add(&mlp_out)?)
    }

    /// The heads' mixed values, side by side: `[pos, d_model]`.
    fn attend(&self, block: usize, x: &Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let GptNeoxConfig { d_model, n_heads, d_head, has_attention_bias, .. } = *self.config;
        let n_pos = x.shape()[0];
        let site = |hook: &str| format!("blocks.{block}.attn.{hook}");
        let name = format!("layers.{block}.attention.query_key_value");
        let fused = self.dense(x, &name, 3 * d_model, d_model, has_attention_bias)?;
        let fused = fused.reshape(&[n_pos, n_heads, 3, d_head])?;
        // Sites hold [pos, head, d_head], the ops take [head, pos, d_head].
        let mut heads = |part: usize, hook: &str| -> Result<Tensor, Stop> {
            let heads = hooks.reach(&site(hook), fused.slice(2, part, 1)?.squeeze(2)?)?;
            Ok(heads.permute(&[1, 0, 2])?)
        };
        let q = heads(0, "hook_q")?;
        let k = heads(1, "hook_k")?;
        let v = heads(2, "hook_v")?;
        let start = hooks.n_before();
        let mut rotate = |x: &Tensor, hook: &str| -> Result<Tensor, Stop> {
            let rotated = self.rotate(x, start)?.permute(&[1, 0, 2])?;
            Ok(hooks.reach(&site(hook), rotated)?.permute(&[1, 0, 2])?)
        };
        let q = rotate(&q, "hook_rot_q")?;
        let k = rotate(&k, "hook_rot_k")?;
        decoder::attend(block, [&q, &k, &v], None, hooks)
    }

    /// Rotates the first numbers of each head, `[head, pos, d_head]`, by their position, the first of which is `start`, and
    /// lets the others be.
    fn rotate(&self, x: &Tensor, start: usize) -> Result<Tensor> {
        let GptNeoxConfig { d_head, n_rotary, rope_theta, .. } = *self.config;
        let rotated = x.slice(2, 0, n_rotary)?.rope_from(rope_theta, start)?;
        if n_rotary == d_head {
            return Ok(rotated);
        }
        Ok(Tensor::concat(&[&rotated, &x.slice(2, n_rotary, d_head - n_rotary)?], 2)?)
    }

    fn dense(&self, x: &Tensor, name: &str, n_out: usize, n_in: usize, has_bias: bool) -> Result<Tensor> {
        self.weights.dense(x, name, [n_out, n_in], has_bias)
    }

    fn normalise(&self, x: &Tensor) -> Result<Tensor> {
        normalise(x, self.config.d_model, self.config.eps)
    }

    /// Normalised `[pos, d_model]` → `[pos, vocab]`.
    fn logits(&self, normed: &Tensor) -> Result<Tensor> {
        let GptNeoxConfig { vocab, d_model, .. } = *self.config;
        let x = gain_and_bias(normed, d_model, &self.weights, LAST_NORM)?;
        let has_head = !self.config.is_tied || self.weights.contains(UNEMBEDDING);
        let name = if has_head { UNEMBEDDING } else { EMBEDDING };
        self.weights.weight(name, &[vocab, d_model])?.linear(&x)
    }
}
