//! One block: attention, then an MLP, each added to the residual stream after a norm before it.

use tensor::Tensor;

use super::super::{Activation, Dropout, Layer, Linear, Norm, dropout, linear_with};
use super::attention::{Attention, attention};
use super::{Hook, TransformerSpec, apply_norm, norm};
use crate::{Init, ParameterList, Parameters, Result};

/// `x + attention(norm(x))`, then `+ mlp(norm(·))` (pre-norm: Xiong et al. 2020).
pub struct Block {
    name: String,
    norm1: Option<Norm>,
    attention: Attention,
    norm2: Option<Norm>,
    mlp: Option<[Linear; 2]>,
    /// What multiplies the neurons, where they are gated.
    up: Option<Linear>,
    activation: Activation,
    dropouts: [Dropout; 2],
}

pub(super) fn block(list: &mut ParameterList, at: usize, spec: &TransformerSpec) -> Result<Block> {
    let name = format!("blocks.{at}");
    let norm1 = norm(list, &format!("{name}.ln1"), spec)?;
    let attention = attention(list, &format!("{name}.attn"), spec)?;
    let (mut norm2, mut mlp, mut up) = (None, None, None);
    if spec.d_mlp > 0 {
        norm2 = norm(list, &format!("{name}.ln2"), spec)?;
        let (std, n_layers) = (spec.init_std, spec.n_layers as f64);
        let init = [Init::Normal { std }, Init::Normal { std: std / (2.0 * n_layers).sqrt() }];
        let (d_model, d_mlp) = (spec.d_model, spec.d_mlp);
        let zeros = spec.bias();
        mlp = Some([
            linear_with(list, &format!("{name}.mlp.in"), [d_model, d_mlp], init[0], zeros)?,
            linear_with(list, &format!("{name}.mlp.out"), [d_mlp, d_model], init[1], zeros)?,
        ]);
        if spec.is_gated {
            up = Some(linear_with(list, &format!("{name}.mlp.up"), [d_model, d_mlp], init[0], zeros)?);
        }
    }
    let dropouts =
        [dropout(&format!("{name}.attn"), spec.dropout)?, dropout(&format!("{name}.mlp"), spec.dropout)?];
    Ok(Block { name, norm1, attention, norm2, mlp, up, activation: spec.activation, dropouts })
}

impl Block {
    /// `x` `[…, batch, pos, d_model]`, of the same shape after.
    pub fn forward_hooked(
        &self,
        p: &Parameters,
        x: &Tensor,
        mask: Option<&Tensor>,
        hook: Hook<'_>,
    ) -> Result<Tensor> {
        let site = |name: &str| format!("{}.{name}", self.name);
        let x = hook(&site("hook_resid_pre"), x.clone())?;
        let normed = apply_norm(self.norm1.as_ref(), p, &x)?;
        let out = self.attention.forward_hooked(p, &normed, mask, hook)?;
        let out = hook(&site("hook_attn_out"), self.dropouts[0].forward(p, &out)?)?;
        let mut x = x.add(&out)?;
        if let Some([inner, outer]) = &self.mlp {
            x = hook(&site("hook_resid_mid"), x)?;
            let normed = apply_norm(self.norm2.as_ref(), p, &x)?;
            let mut post = self.activation.apply(&inner.forward(p, &normed)?)?;
            if let Some(up) = &self.up {
                post = post.mul(&up.forward(p, &normed)?)?;
            }
            let post = hook(&site("mlp.hook_post"), post)?;
            let out = self.dropouts[1].forward(p, &outer.forward(p, &post)?)?;
            x = x.add(&hook(&site("hook_mlp_out"), out)?)?;
        }
        hook(&site("hook_resid_post"), x)
    }
}
