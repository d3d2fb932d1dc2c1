//! The forward pass of BERT.

use std::rc::Rc;

use tensor::{AttentionOptions, Tensor};

use super::config::BertConfig;
use crate::hooks::Stop;
use crate::plan::text_tokens;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weights};

/// BERT with the weights that it was given.
#[derive(Debug)]
pub(super) struct Bert {
    pub config: Rc<BertConfig>,
    pub route: Rc<Route>,
    pub weights: Weights,
}

impl Model for Bert {
    fn forward(&self, input: &Input, hooks: &mut Hooks) -> Result<()> {
        self.route.check(hooks)?;
        let tokens = text_tokens("bert", input, self.config.vocab, self.config.n_pos)?;
        let outcome = if hooks.is_complete() { Ok(()) } else { self.run(tokens, hooks) };
        self.route.finish(outcome)
    }
}

impl Bert {
    fn run(&self, tokens: &[u32], hooks: &mut Hooks) -> Result<(), Stop> {
        let mut resid = self.embed(tokens, hooks)?;
        for block in 0..self.config.n_blocks {
            resid = self.block(block, resid, hooks)?;
        }
        Ok(())
    }

    fn embed(&self, tokens: &[u32], hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let BertConfig { vocab, d_model, n_pos, n_types, .. } = *self.config;
        let words = self.weights.get("embeddings.word_embeddings.weight", &[vocab, d_model])?;
        let words = hooks.reach("embed.hook_embed", words.gather_rows(tokens)?)?;
        let positions = self.weights.get("embeddings.position_embeddings.weight", &[n_pos, d_model])?;
        let positions = hooks.reach("embed.hook_pos_embed", positions.slice(0, 0, tokens.len())?)?;
        let types = self.weights.get("embeddings.token_type_embeddings.weight", &[n_types, d_model])?;
        let types = types.slice(0, 0, 1)?.broadcast_to(&[tokens.len(), d_model])?;
        let types = hooks.reach("embed.hook_token_type_embed", types)?;
        let sum = words.add(&types)?.add(&positions)?;
        hooks.reach("hook_full_embed", self.norm(&sum, "embeddings.LayerNorm")?)
    }

    fn block(&self, block: usize, resid_pre: Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let BertConfig { d_model, d_mlp, .. } = *self.config;
        let site = |hook: &str| format!("blocks.{block}.{hook}");
        let layer = format!("encoder.layer.{block}");

        let resid_pre = hooks.reach(&site("hook_resid_pre"), resid_pre)?;
        let z = self.attend(block, &resid_pre, hooks)?;
        let attn_out = self.dense(&z, &format!("{layer}.attention.output.dense"), d_model, d_model)?;
        let attn_out = hooks.reach(&site("hook_attn_out"), attn_out)?;
        let resid_mid = hooks.reach(&site("hook_resid_mid"), resid_pre.add(&attn_out)?)?;
        let normed = self.norm(&resid_mid, &format!("{layer}.attention.output.LayerNorm"))?;
        let normed = hooks.reach(&site("hook_normalized_resid_mid"), normed)?;

        let pre = self.dense(&normed, &format!("{layer}.intermediate.dense"), d_mlp, d_model)?;
        let pre = hooks.reach(&site("mlp.hook_pre"), pre)?;
        let post = hooks.reach(&site("mlp.hook_post"), pre.gelu_erf()?)?;
        let mlp_out = self.dense(&post, &format!("{layer}.output.dense"), d_model, d_mlp)?;
        let mlp_out = hooks.reach(&site("hook_mlp_out"), mlp_out)?;
        let resid_post = hooks.reach(&site("hook_resid_post"), normed.add(&mlp_out)?)?;
        let normed = self.norm(&resid_post, &format!("{layer}.output.LayerNorm"))?;
        hooks.reach(&site("hook_normalized_resid_post"), normed)
    }

    /// The heads' mixed values, side by side: `[pos, d_model]`.
    fn attend(&self, block: usize, x: &Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let BertConfig { d_model, n_heads, d_head, .. } = *self.config;
        let n_pos = x.shape()[0];
        let site = |hook: &str| format!("blocks.{block}.attn.{hook}");
        let mut project = |part: &str, hook: &str| -> Result<Tensor, Stop> {
            let name = format!("encoder.layer.{block}.attention.self.{part}");
            let heads = self.dense(x, &name, d_model, d_model)?.reshape(&[n_pos, n_heads, d_head])?;
            Ok(hooks.reach(&site(hook), heads)?.permute(&[1, 0, 2])?)
        };
        let q = project("query", "hook_q")?;
        let k = project("key", "hook_k")?;
        let v = project("value", "hook_v")?;
        let options = AttentionOptions { is_causal: false, ..AttentionOptions::default() };
        let pattern = hooks.reach(&site("hook_pattern"), q.attention_pattern(&k, &options)?)?;
        let z = hooks.reach(&site("hook_z"), pattern.attention_z(&v)?.permute(&[1, 0, 2])?)?;
        Ok(z.reshape(&[n_pos, d_model])?)
    }

    fn dense(&self, x: &Tensor, name: &str, n_out: usize, n_in: usize) -> Result<Tensor> {
        let weight = self.weights.get(&format!("{name}.weight"), &[n_out, n_in])?;
        let bias = self.weights.get(&format!("{name}.bias"), &[n_out])?;
        Ok(x.linear(&weight, Some(&bias))?)
    }

    fn norm(&self, x: &Tensor, name: &str) -> Result<Tensor> {
        let shape = [self.config.d_model];
        let gain = self.weights.get(&format!("{name}.weight"), &shape)?;
        let bias = self.weights.get(&format!("{name}.bias"), &shape)?;
        Ok(x.layer_norm(&gain, &bias, self.config.eps)?)
    }
}
