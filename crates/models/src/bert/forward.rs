//! The forward pass of BERT and its relatives.

use std::rc::Rc;

use tensor::{AttentionOptions, Tensor};

use super::config::BertConfig;
use crate::hooks::Stop;
use crate::plan::text_tokens;
use crate::route::Route;
use crate::{Hooks, Input, Model, Result, Weight, Weights};

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
        let BertConfig { variant, vocab, .. } = *self.config;
        let tokens = text_tokens(variant.model_type, input, vocab, self.config.n_pos(), 0)?;
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
        if self.config.has_head {
            hooks.reach("logits", self.logits(&resid)?)?;
        }
        Ok(())
    }

    fn embed(&self, tokens: &[u32], hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let BertConfig { vocab, d_model, n_rows, n_types, padding, .. } = *self.config;
        let words = self.table("word_embeddings", vocab)?.gather_rows(tokens)?;
        let words = hooks.reach("embed.hook_embed", words)?;
        let positions = self.table("position_embeddings", n_rows)?.gather_rows(&rows(tokens, padding))?;
        let positions = hooks.reach("embed.hook_pos_embed", positions)?;
        let mut sum = words;
        if let Some(n_types) = n_types {
            let types = self.table("token_type_embeddings", n_types)?;
            let types = types.first_rows(1)?.broadcast_to(&[tokens.len(), d_model])?;
            sum = sum.add(&hooks.reach("embed.hook_token_type_embed", types)?)?;
        }
        hooks.reach("hook_full_embed", self.norm(&sum.add(&positions)?, "embeddings.LayerNorm")?)
    }

    fn block(&self, block: usize, resid_pre: Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let BertConfig { d_model, d_mlp, .. } = *self.config;
        let site = |hook: &str| format!("blocks.{block}.{hook}");
        let names = &self.config.variant.names;
        let layer = |part: &str| format!("{}.{block}.{part}", names.layer);

        let resid_pre = hooks.reach(&site("hook_resid_pre"), resid_pre)?;
        let z = self.attend(block, &resid_pre, hooks)?;
        let attn_out = self.dense(&z, &layer(names.attn_out), d_model, d_model)?;
        let attn_out = hooks.reach(&site("hook_attn_out"), attn_out)?;
        let resid_mid = hooks.reach(&site("hook_resid_mid"), resid_pre.add(&attn_out)?)?;
        let normed = self.norm(&resid_mid, &layer(names.attn_norm))?;
        let normed = hooks.reach(&site("hook_normalized_resid_mid"), normed)?;

        let pre = self.dense(&normed, &layer(names.mlp_in), d_mlp, d_model)?;
        let pre = hooks.reach(&site("mlp.hook_pre"), pre)?;
        let post = hooks.reach(&site("mlp.hook_post"), pre.gelu_erf()?)?;
        let mlp_out = self.dense(&post, &layer(names.mlp_out), d_model, d_mlp)?;
        let mlp_out = hooks.reach(&site("hook_mlp_out"), mlp_out)?;
        let resid_post = hooks.reach(&site("hook_resid_post"), normed.add(&mlp_out)?)?;
        let normed = self.norm(&resid_post, &layer(names.mlp_norm))?;
        hooks.reach(&site("hook_normalized_resid_post"), normed)
    }

    /// The heads' mixed values, side by side: `[pos, d_model]`.
    fn attend(&self, block: usize, x: &Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let BertConfig { d_model, n_heads, d_head, .. } = *self.config;
        let n_pos = x.shape()[0];
        let site = |hook: &str| format!("blocks.{block}.attn.{hook}");
        let names = &self.config.variant.names;
        let mut project = |part: &str, hook: &str| -> Result<Tensor, Stop> {
            let name = format!("{}.{block}.{part}", names.layer);
            let heads = self.dense(x, &name, d_model, d_model)?.reshape(&[n_pos, n_heads, d_head])?;
            Ok(hooks.reach(&site(hook), heads)?.permute(&[1, 0, 2])?)
        };
        let q = project(names.q, "hook_q")?;
        let k = project(names.k, "hook_k")?;
        let v = project(names.v, "hook_v")?;
        let pattern = q.attention_pattern(&k, &AttentionOptions::default())?;
        let pattern = hooks.reach(&site("hook_pattern"), pattern)?;
        let z = hooks.reach(&site("hook_z"), pattern.attention_z(&v)?.permute(&[1, 0, 2])?)?;
        Ok(z.reshape(&[n_pos, d_model])?)
    }

    /// What the head for hidden tokens reads from the last block: `[pos, d_model]` → `[pos, vocab]`.
    fn logits(&self, resid: &Tensor) -> Result<Tensor> {
        let BertConfig { vocab, d_model, is_tied, .. } = *self.config;
        let names = &self.config.variant.names.head;
        let x = self.dense(resid, names.dense, d_model, d_model)?.gelu_erf()?;
        let x = self.norm(&x, names.norm)?;
        if !is_tied {
            return self.dense(&x, names.decoder, vocab, d_model);
        }
        let bias = self.weights.get(&format!("{}.bias", names.decoder), &[vocab])?;
        Ok(self.table("word_embeddings", vocab)?.linear(&x)?.add(&bias)?)
    }

    /// An embedding of `n_rows` rows.
    fn table(&self, name: &str, n_rows: usize) -> Result<Weight> {
        self.weights.weight(&format!("embeddings.{name}.weight"), &[n_rows, self.config.d_model])
    }

    fn dense(&self, x: &Tensor, name: &str, n_out: usize, n_in: usize) -> Result<Tensor> {
        self.weights.dense(x, name, [n_out, n_in], true)
    }

    fn norm(&self, x: &Tensor, name: &str) -> Result<Tensor> {
        let shape = [self.config.d_model];
        let gain = self.weights.get(&format!("{name}.weight"), &shape)?;
        let bias = self.weights.get(&format!("{name}.bias"), &shape)?;
        Ok(x.layer_norm(&gain, &bias, self.config.eps)?)
    }
}

/// Each token's row in the table of positions: 0, 1, …, or, with a padding token, counted from the row
/// after it, while padding tokens keep that row and are not counted.
fn rows(tokens: &[u32], padding: Option<usize>) -> Vec<u32> {
    let Some(padding) = padding.map(|id| id as u32) else { return (0..tokens.len() as u32).collect() };
    let mut last = padding;
    let row = |&token: &u32| {
        if token == padding {
            return padding;
        }
        last += 1;
        last
    };
    tokens.iter().map(row).collect()
}
