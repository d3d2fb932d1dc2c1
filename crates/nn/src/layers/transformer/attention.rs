//! Attention over `[batch, pos, d_model]`, causal or not.

use tensor::{Device, Tensor};

use super::super::{Layer, Linear, linear_with};
use super::{Hook, Positions, TransformerSpec};
use crate::{Init, ParameterList, Parameters, Result};

/// Queries, keys and values of all heads, and the map back.
pub(super) struct Attention {
    name: String,
    /// `W_Q`, `W_K`, `W_V`, each `[head · d_head, d_model]`.
    q: Linear,
    k: Linear,
    v: Linear,
    /// `W_O`, `[d_model, head · d_head]`.
    out: Linear,
    n_heads: usize,
    d_head: usize,
    theta: Option<f32>,
}

pub(super) fn attention(list: &mut ParameterList, name: &str, spec: &TransformerSpec) -> Result<Attention> {
    let sizes = [spec.d_model, spec.d_model];
    let init = Init::Normal { std: spec.init_std };
    let mut part =
        |part: &str, bias: Option<Init>| linear_with(list, &format!("{name}.{part}"), sizes, init, bias);
    let (q, k, v) = (part("q", spec.turned_bias())?, part("k", spec.turned_bias())?, part("v", spec.bias())?);
    let into_stream = Init::Normal { std: spec.init_std / (2.0 * spec.n_layers as f64).sqrt() };
    let out = linear_with(list, &format!("{name}.out"), sizes, into_stream, spec.bias())?;
    let theta = match spec.positions {
        Positions::Rotary { theta } => Some(theta),
        Positions::Learned | Positions::LearnedFromWaves { .. } | Positions::None => None,
    };
    Ok(Attention { name: name.to_owned(), q, k, v, out, n_heads: spec.n_heads, d_head: spec.d_head(), theta })
}

impl Attention {
    /// `x` `[…, pos, d_model]`, mask as [`causal_mask`]; none where each token sees all. All texts and heads are one batch of products
    /// `[batch · head, pos, d_head]`.
    pub fn forward_hooked(
        &self,
        p: &Parameters,
        x: &Tensor,
        mask: Option<&Tensor>,
        hook: Hook<'_>,
    ) -> Result<Tensor> {
        let (n_heads, d_head) = (self.n_heads, self.d_head);
        let (n_pos, d_model) = (x.shape()[x.rank() - 2], x.shape()[x.rank() - 1]);
        let batch = x.count() / (n_pos * d_model);
        let mut project = |layer: &Linear, site: &str| {
            let heads = layer.forward(p, x)?.reshape(&[batch, n_pos, n_heads, d_head])?;
            let heads = hook(&format!("{}.hook_{site}", self.name), heads)?;
            let joined = heads.permute(&[0, 2, 1, 3])?.reshape(&[batch * n_heads, n_pos, d_head])?;
            match self.theta.filter(|_| site != "v") {
                Some(theta) => Ok::<_, crate::Error>(joined.rope(theta)?),
                None => Ok(joined),
            }
        };
        let (q, k, v) = (project(&self.q, "q")?, project(&self.k, "k")?, project(&self.v, "v")?);
        let mut scores = q.matmul(&k.transpose()?)?.scale(1.0 / (d_head as f32).sqrt())?;
        if let Some(mask) = mask {
            scores = scores.add(mask)?;
        }
        let pattern = scores.softmax()?.reshape(&[batch, n_heads, n_pos, n_pos])?;
        let pattern = hook(&format!("{}.hook_pattern", self.name), pattern)?;
        let z = pattern.reshape(&[batch * n_heads, n_pos, n_pos])?.matmul(&v)?;
        let z = z.reshape(&[batch, n_heads, n_pos, d_head])?.permute(&[0, 2, 1, 3])?;
        let z = hook(&format!("{}.hook_z", self.name), z)?;
        self.out.forward(p, &z.reshape(x.shape())?)
    }
}

/// `[query, key]`: 0 where the key is not after the query, a very negative number elsewhere. Finite, so
/// that no backend meets `inf − inf`; `exp` of it is 0 beside any real score.
pub fn causal_mask(n_pos: usize, device: &Device) -> Result<Tensor> {
    let place = |shape: &[usize]| Ok::<_, crate::Error>(Tensor::index(&[n_pos], device)?.reshape(shape)?);
    let at = |value| Tensor::full(value, &[], device);
    let is_after = place(&[n_pos, 1])?.less(&place(&[1, n_pos])?)?;
    Ok(is_after.select(&at(-1e30)?, &at(0.0)?)?)
}
