//! A small causal transformer, in TransformerLens's words. Everything is computed on
//! `[batch, pos, …]` at once, and on `[n_nets, batch, pos, …]` for many networks.

mod attention;
mod block;
mod spec;
mod vision;

use tensor::Tensor;

use super::{Embedding, Layer, Linear, Norm, embedding, embedding_with, layer_norm, linear_with, rms_norm};
use crate::{Init, ParameterList, Parameters, Result};

pub use attention::causal_mask;
pub use block::Block;
pub use spec::{NormKind, Positions, TransformerSpec};
pub use vision::{VisionSpec, VisionTransformer, vision_transformer};

/// Hears the name and value of each site and may replace it (activation patching).
pub type Hook<'a> = &'a mut dyn FnMut(&str, Tensor) -> Result<Tensor>;

/// Changes nothing.
pub fn no_hook(_: &str, value: Tensor) -> Result<Tensor> {
    Ok(value)
}

/// Tokens `[batch, pos]` → scores of the next token `[batch, pos, vocab]`.
pub struct Transformer {
    spec: TransformerSpec,
    tokens: Embedding,
    positions: Option<Embedding>,
    blocks: Vec<Block>,
    norm: Option<Norm>,
    head: Option<Linear>,
}

/// Declares `embed`, `pos_embed`, `blocks.k.…`, `ln_final`, `unembed` (none of the last where weights
/// are tied). Weights are normal with `spec.init_std`, those that write into the residual stream
/// smaller by `√(2 n_layers)` (Radford et al. 2019, §2.3); biases 0.
pub fn transformer(list: &mut ParameterList, spec: &TransformerSpec) -> Result<Transformer> {
    spec.check()?;
    let std = spec.init_std;
    let tokens = embedding(list, "embed", spec.vocab, spec.d_model, std)?;
    let mut positions = |init| embedding_with(list, "pos_embed", [spec.n_pos, spec.d_model], init);
    let positions = match spec.positions {
        Positions::Learned => Some(positions(Init::Normal { std })?),
        Positions::LearnedFromWaves { amplitude } => Some(positions(Init::Waves { amplitude })?),
        Positions::Rotary { .. } | Positions::None => None,
    };
    let blocks = (0..spec.n_layers).map(|at| block::block(list, at, spec)).collect::<Result<_>>()?;
    let norm = norm(list, "ln_final", spec)?;
    let sizes = [spec.d_model, spec.vocab];
    let head = match spec.is_tied {
        true => None,
        false => Some(linear_with(list, "unembed", sizes, Init::Normal { std }, None)?),
    };
    Ok(Transformer { spec: spec.clone(), tokens, positions, blocks, norm, head })
}

fn norm(list: &mut ParameterList, name: &str, spec: &TransformerSpec) -> Result<Option<Norm>> {
    Ok(match spec.norm {
        NormKind::Layer => Some(layer_norm(list, name, spec.d_model)?),
        NormKind::Rms => Some(rms_norm(list, name, spec.d_model)?),
        NormKind::None => None,
    })
}

fn apply_norm(norm: Option<&Norm>, p: &Parameters, x: &Tensor) -> Result<Tensor> {
    norm.map_or_else(|| Ok(x.clone()), |norm| norm.forward(p, x))
}

impl Transformer {
    /// What it was built from.
    pub fn spec(&self) -> &TransformerSpec {
        &self.spec
    }

    /// As [`Layer::forward`], with a hook at the sites `hook_embed`, `hook_pos_embed`,
    /// `blocks.k.hook_resid_pre`, `…attn.hook_q` (`_k`, `_v`, `_z`), `…attn.hook_pattern`,
    /// `…hook_attn_out`, `…hook_resid_mid`, `…mlp.hook_post`, `…hook_mlp_out`, `…hook_resid_post`
    /// and `ln_final.hook_normalized`.
    pub fn forward_hooked(&self, p: &Parameters, tokens: &Tensor, hook: Hook<'_>) -> Result<Tensor> {
        let n_pos = tokens.shape().last().copied().unwrap_or(0);
        self.spec.check_length(n_pos)?;
        let mut x = hook("hook_embed", self.tokens.forward(p, tokens)?)?;
        if let Some(positions) = &self.positions {
            x = x.add(&hook("hook_pos_embed", positions.first(p, n_pos)?)?)?;
        }
        // One mask for all blocks.
        let mask = causal_mask(n_pos, &tokens.device())?;
        for block in &self.blocks {
            x = block.forward_hooked(p, &x, Some(&mask), hook)?;
        }
        x = hook("ln_final.hook_normalized", apply_norm(self.norm.as_ref(), p, &x)?)?;
        match &self.head {
            Some(head) => head.forward(p, &x),
            None => self.tokens.scores(p, &x),
        }
    }
}

impl Layer for Transformer {
    fn forward(&self, p: &Parameters, tokens: &Tensor) -> Result<Tensor> {
        self.forward_hooked(p, tokens, &mut no_hook)
    }
}
