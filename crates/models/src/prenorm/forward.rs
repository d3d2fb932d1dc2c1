//! The forward pass through the blocks and the last norm.

use tensor::{AttentionOptions, Tensor};

use super::{Activation, PreNorm};
use crate::hooks::Stop;
use crate::{Hooks, Result, Weights};

/// The blocks with the weights for one pass. Values are `[…, token, d_model]`, with or without a batch.
pub(crate) struct Pass<'a> {
    pub config: &'a PreNorm,
    pub weights: &'a Weights,
}

impl Pass<'_> {
    /// Through every block; `resid` is the first resid_pre.
    pub fn blocks(&self, mut resid: Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        for block in 0..self.config.n_blocks {
            resid = self.block(block, resid, hooks)?;
        }
        Ok(resid)
    }

    /// The norm after the last block.
    pub fn last_norm(&self, resid: &Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let normed = hooks.reach("ln_final.hook_normalized", self.normalise(resid)?)?;
        hooks.reach("ln_final.hook_out", self.gain(&normed, self.config.names.ln_final)?)
    }

    fn block(&self, block: usize, resid_pre: Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let PreNorm { d_model, d_mlp, names, .. } = *self.config;
        let site = |hook: &str| format!("blocks.{block}.{hook}");
        let part = |part: &str| names.part(block, part);

        let resid_pre = hooks.reach(&site("hook_resid_pre"), resid_pre)?;
        let normed = hooks.reach(&site("ln1.hook_normalized"), self.normalise(&resid_pre)?)?;
        let z = self.attend(block, &self.gain(&normed, &part(names.ln1))?, hooks)?;
        let attn_out = self.dense(&z, &part(names.attn_out), [d_model, self.config.d_heads()], true)?;
        let attn_out = hooks.reach(&site("hook_attn_out"), self.scale(attn_out, block, 0)?)?;
        let resid_mid = hooks.reach(&site("hook_resid_mid"), resid_pre.add(&attn_out)?)?;

        let normed = hooks.reach(&site("ln2.hook_normalized"), self.normalise(&resid_mid)?)?;
        let post = self.neurons(block, &self.gain(&normed, &part(names.ln2))?, hooks)?;
        let mlp_out = self.dense(&post, &part(names.mlp_out), [d_model, d_mlp], true)?;
        let mlp_out = hooks.reach(&site("hook_mlp_out"), self.scale(mlp_out, block, 1)?)?;
        hooks.reach(&site("hook_resid_post"), resid_mid.add(&mlp_out)?)
    }

    /// The heads' mixed values, side by side: `[…, token, head · d_head]`.
    fn attend(&self, block: usize, x: &Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let PreNorm { d_model, n_heads, d_head, names, has_qkv_bias, is_causal, .. } = *self.config;
        let site = |hook: &str| format!("blocks.{block}.attn.{hook}");
        let lead = &x.shape()[..x.rank() - 1];
        let apart = [lead, &[n_heads, d_head]].concat();
        let mut project = |name: &str, hook: &str| -> Result<Tensor, Stop> {
            let shape = [self.config.d_heads(), d_model];
            let flat = self.dense(x, &names.part(block, name), shape, has_qkv_bias)?;
            Ok(heads_first(&hooks.reach(&site(hook), flat.reshape(&apart)?)?)?)
        };
        let [q, k, v] = names.qkv;
        let (q, k, v) = (project(q, "hook_q")?, project(k, "hook_k")?, project(v, "hook_v")?);
        let options = AttentionOptions { is_causal, ..AttentionOptions::default() };
        let pattern = hooks.reach(&site("hook_pattern"), q.attention_pattern(&k, &options)?)?;
        let z = hooks.reach(&site("hook_z"), heads_first(&pattern.attention_z(&v)?)?)?;
        Ok(z.reshape(&[lead, &[self.config.d_heads()]].concat())?)
    }

    /// The neurons' values: `[…, token, d_mlp]`.
    fn neurons(&self, block: usize, x: &Tensor, hooks: &mut Hooks) -> Result<Tensor, Stop> {
        let PreNorm { d_model, d_mlp, names, activation, .. } = *self.config;
        let site = |hook: &str| format!("blocks.{block}.mlp.{hook}");
        let name = names.part(block, names.mlp_in);
        let post = match activation {
            Activation::Gelu | Activation::QuickGelu => {
                let pre = hooks.reach(&site("hook_pre"), self.dense(x, &name, [d_mlp, d_model], true)?)?;
                match activation {
                    Activation::QuickGelu => pre.mul(&pre.scale(1.702)?.sigmoid()?)?,
                    _ => pre.gelu_erf()?,
                }
            }
            Activation::SwiGlu => {
                let both = self.dense(x, &name, [2 * d_mlp, d_model], true)?;
                let last = both.rank() - 1;
                let pre = hooks.reach(&site("hook_pre"), both.slice(last, 0, d_mlp)?)?;
                let linear = hooks.reach(&site("hook_pre_linear"), both.slice(last, d_mlp, d_mlp)?)?;
                pre.silu()?.mul(&linear)?
            }
        };
        hooks.reach(&site("hook_post"), post)
    }

    /// The dense layer `name` of shape `[n_out, n_in]`.
    fn dense(&self, x: &Tensor, name: &str, shape: [usize; 2], has_bias: bool) -> Result<Tensor> {
        self.weights.dense(x, name, shape, has_bias)
    }

    /// `x` times the factor of the layer scale, where there is one.
    fn scale(&self, x: Tensor, block: usize, which: usize) -> Result<Tensor> {
        let PreNorm { d_model, names, has_layer_scale, .. } = *self.config;
        if !has_layer_scale {
            return Ok(x);
        }
        Ok(x.mul(&self.weights.get(&names.part(block, names.scales[which]), &[d_model])?)?)
    }

    /// `x` to mean 0 and variance 1.
    pub fn normalise(&self, x: &Tensor) -> Result<Tensor> {
        let shape = [self.config.d_model];
        let (ones, zeros) =
            (Tensor::full(1.0, &shape, &x.device())?, Tensor::full(0.0, &shape, &x.device())?);
        Ok(x.layer_norm(&ones, &zeros, self.config.eps)?)
    }

    /// A normalised value times the gain, plus the bias, of the norm `name`.
    pub fn gain(&self, x: &Tensor, name: &str) -> Result<Tensor> {
        let get = |part: &str| self.weights.get(&format!("{name}.{part}"), &[self.config.d_model]);
        Ok(x.mul(&get("weight")?)?.add(&get("bias")?)?)
    }
}

/// `[…, token, head, d_head]` ↔ `[…, head, token, d_head]`: sites hold the first, the ops take the second.
fn heads_first(x: &Tensor) -> Result<Tensor> {
    let mut order: Vec<usize> = (0..x.rank()).collect();
    order.swap(x.rank() - 3, x.rank() - 2);
    Ok(x.permute(&order)?)
}
