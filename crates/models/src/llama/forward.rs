//! The forward pass of Llama and its relatives.

use std::rc::Rc;

use tensor::Tensor;

use super::config::LlamaConfig;
use super::sites::{EMBEDDING, LAST_NORM, UNEMBEDDING};
use crate::decoder;
use crate::hooks::Stop;
use crate::plan::text_tokens;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// Llama with the weights that it was given.
#[derive(Debug)]
pub(super) struct Llama {
    pub config: Rc<LlamaConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for Llama {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check_with_cache(hooks)?;
        let LlamaConfig { variant, vocab, n_pos, .. } = *self.config;
        let tokens = text_tokens(variant.model_type, input, vocab, n_pos, hooks.n_before())?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(tokens, hooks) };
        self.route.finish(outcome)
    }

    fn has_cache(&self) -> bool {
        true
    }

    fn unembed(&self, resid: &Tensor) -> Option<Result<Tensor>> {
        Some(self.normalise(resid).and_then(|x| self.gain(&x, LAST_NORM)).and_then(|x| self.logits(&x)))
    }
}

impl Llama {
    fn run(&self, tokens: &[u32], hooks: &mut Hooks) -> Result<(), Stop> {
        let embedding = self.weights.weight(EMBEDDING, &[self.config.vocab, self.config.d_model])?;
        let mut resid = hooks.reach("hook_embed", embedding.gather_rows(tokens)?)?;
        for block in 0..self.config.n_blocks {
            resid = self.block(block, resid, hooks)?;
        }
        let normed = hooks.reach("ln_final.hook_normalized", self.normalise(&resid)?)?;
        hooks.reach("logits", self.logits(&self.gain(&normed, LAST_NORM)?)?)?;
        hooks.has_read(tokens.len());
        Ok(())
    }

    fn block(&self, block: usize, resid_pre: Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let LlamaConfig { d_model, n_heads, d_head, d_mlp, has_out_bias, has_mlp_bias, .. } = *self.config;
        let site = |hook: &str| format!("blocks.{block}.{hook}");
        let layer = |part: &str| format!("layers.{block}.{part}");

        let resid_pre = hooks.reach(&site("hook_resid_pre"), resid_pre)?;
        let normed = hooks.reach(&site("ln1.hook_normalized"), self.normalise(&resid_pre)?)?;
        let normed = self.gain(&normed, &layer("input_layernorm"))?;
        let z = self.attend(block, &normed, hooks)?;
        let attn_out =
            self.project(&z, &layer("self_attn.o_proj"), [d_model, n_heads * d_head], has_out_bias)?;
        let attn_out = hooks.reach(&site("hook_attn_out"), attn_out)?;
        let resid_mid = hooks.reach(&site("hook_resid_mid"), resid_pre.add(&attn_out)?)?;

        let normed = hooks.reach(&site("ln2.hook_normalized"), self.normalise(&resid_mid)?)?;
        let normed = self.gain(&normed, &layer("post_attention_layernorm"))?;
        let pre = self.project(&normed, &layer("mlp.gate_proj"), [d_mlp, d_model], has_mlp_bias)?;
        let pre = hooks.reach(&site("mlp.hook_pre"), pre)?;
        let linear = self.project(&normed, &layer("mlp.up_proj"), [d_mlp, d_model], has_mlp_bias)?;
        let linear = hooks.reach(&site("mlp.hook_pre_linear"), linear)?;
        let post = hooks.reach(&site("mlp.hook_post"), pre.silu()?.mul(&linear)?)?;
        let mlp_out = self.project(&post, &layer("mlp.down_proj"), [d_model, d_mlp], has_mlp_bias)?;
        let mlp_out = hooks.reach(&site("hook_mlp_out"), mlp_out)?;
        hooks.reach(&site("hook_resid_post"), resid_mid.add(&mlp_out)?)
    }

    /// The heads' mixed values, side by side: `[pos, head · d_head]`.
    fn attend(&self, block: usize, x: &Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let LlamaConfig { d_model, n_heads, n_kv_heads, d_head, has_qkv_bias, .. } = *self.config;
        let n_pos = x.shape()[0];
        let site = |hook: &str| format!("blocks.{block}.attn.{hook}");
        let layer = |part: &str| format!("layers.{block}.self_attn.{part}");
        let mut heads = |letter: &str, n_heads: usize| -> Result<Tensor, Stop> {
            let name = layer(&format!("{letter}_proj"));
            let flat = self.project(x, &name, [n_heads * d_head, d_model], has_qkv_bias)?;
            hooks.reach(&site(&format!("hook_{letter}")), flat.reshape(&[n_pos, n_heads, d_head])?)
        };
        let q = heads("q", n_heads)?;
        let k = heads("k", n_kv_heads)?;
        let v = heads("v", n_kv_heads)?;
        let start = hooks.n_before();
        let q = hooks.reach(&site("hook_rot_q"), self.rotate(&q, &layer("q_norm"), start)?)?;
        let k = hooks.reach(&site("hook_rot_k"), self.rotate(&k, &layer("k_norm"), start)?)?;
        // Sites hold [pos, head, d_head], the ops take [head, pos, d_head].
        let [q, k, v] = [q.permute(&[1, 0, 2])?, k.permute(&[1, 0, 2])?, v.permute(&[1, 0, 2])?];
        decoder::attend(block, [&q, &k, &v], None, hooks)
    }

    /// `[pos, head, d_head]`, normalised in each head where the variant does so, then rotated by position, the first of which
    /// is `start`.
    fn rotate(&self, x: &Tensor, norm: &str, start: usize) -> Result<Tensor> {
        let LlamaConfig { d_head, eps, rotation, .. } = *self.config;
        let normed = match self.config.variant.has_head_norms {
            true => x.rms_norm(&self.weights.get(&format!("{norm}.weight"), &[d_head])?, eps)?,
            false => x.clone(),
        };
        Ok(rotation.rotate(&normed.permute(&[1, 0, 2])?, start)?.permute(&[1, 0, 2])?)
    }

    /// The layer `name` with `[n_out, n_in]` weights.
    fn project(&self, x: &Tensor, name: &str, shape: [usize; 2], has_bias: bool) -> Result<Tensor> {
        self.weights.dense(x, name, shape, has_bias)
    }

    /// `x` over its root mean square, without gain.
    fn normalise(&self, x: &Tensor) -> Result<Tensor> {
        let ones = Tensor::full(1.0, &[self.config.d_model], &x.device())?;
        Ok(x.rms_norm(&ones, self.config.eps)?)
    }

    fn gain(&self, x: &Tensor, name: &str) -> Result<Tensor> {
        Ok(x.mul(&self.weights.get(&format!("{name}.weight"), &[self.config.d_model])?)?)
    }

    /// `[pos, d_model]` → `[pos, vocab]`.
    fn logits(&self, x: &Tensor) -> Result<Tensor> {
        let has_head = !self.config.is_tied && self.weights.contains(UNEMBEDDING);
        let name = if has_head { UNEMBEDDING } else { EMBEDDING };
        self.weights.weight(name, &[self.config.vocab, self.config.d_model])?.linear(x)
    }
}
